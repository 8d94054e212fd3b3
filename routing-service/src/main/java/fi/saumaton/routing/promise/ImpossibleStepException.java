/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.util.UUID;

/** A step that leads nowhere from where the promise is. */
final class ImpossibleStepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final PromiseState state;

    ImpossibleStepException(UUID id, PromiseState state, PromiseStep step) {
        super("Promise " + id + " is " + state + ": no " + step);
        this.state = state;
    }

    PromiseState state() {
        return state;
    }
}
