/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.util.List;

/**
 * How much one turn takes on at most.
 *
 * @param timers due timers
 * @param inputs stored inputs
 * @param commands all of these
 */
record Portion(int timers, int inputs, List<Command> commands) {

    static final int LIMIT = 500;

    static Portion full(List<Command> commands) {
        return new Portion(LIMIT, LIMIT, commands);
    }

    static Portion oneTimer() {
        return new Portion(1, 0, List.of());
    }

    static Portion oneInput() {
        return new Portion(0, 1, List.of());
    }

    static Portion one(Command command) {
        return new Portion(0, 0, List.of(command));
    }
}
