/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

/**
 * Which side's state of a ticket counts, when the ticket has changed there: whichever has changed it since both were alike.
 * When ours has, and theirs has changed otherwise, nobody but a person knows.
 */
final class SyncRule {
    private SyncRule() {}

    enum Step {
        NOTHING,
        TAKE_THEIRS,
        CONFLICT
    }

    /**
     * @param before whether the ticket had ended when both sides were alike
     * @param ours whether it has ended here
     * @param theirs whether it has ended there, where it has changed since
     */
    static Step decide(boolean before, boolean ours, boolean theirs) {
        if (ours == theirs) {
            return Step.NOTHING;
        }
        return ours == before ? Step.TAKE_THEIRS : Step.CONFLICT;
    }
}
