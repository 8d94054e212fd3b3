/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What became of a record, or would become of it.
 *
 * @param externalId in its system; of what can't be read, its place
 * @param customerId null for a customer that is only about to be made, and for what was refused
 * @param reason why it was refused, or what of it was left out; null for none
 */
record Finding(String kind, String externalId, Outcome outcome, UUID customerId, String reason, List<Tie> ties) {
    static final String CONTACT = "contact";
    static final String TICKET = "ticket";

    enum Outcome {
        /** A customer or an issue that nobody knew. */
        CREATED,
        /** A contact is a customer who was known by a handle. */
        LINKED,
        /** A ticket goes on with an open issue. */
        CONTINUED,
        CHANGED,
        UNCHANGED,
        REFUSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A handle that belonged to somebody already.
     *
     * @param kind of the handle; its value stays out of reports
     * @param customerId whose it was
     * @param evidence what the link rests on
     * @param refusal why the link is not followed; null when it is
     */
    record Tie(String kind, UUID customerId, String evidence, String refusal) {}

    static Finding refused(String kind, String externalId, String reason) {
        return new Finding(kind, externalId, Outcome.REFUSED, null, reason, List.of());
    }

    static Finding of(String kind, String externalId, Outcome outcome, UUID customerId) {
        return new Finding(kind, externalId, outcome, customerId, null, List.of());
    }

    Finding because(String what) {
        return new Finding(kind, externalId, outcome, customerId, what, ties);
    }

    /** What everybody expects is counted, and told no further. */
    boolean notable() {
        return outcome == Outcome.REFUSED
                || outcome == Outcome.LINKED
                || outcome == Outcome.CONTINUED
                || reason != null
                || !ties.isEmpty();
    }
}
