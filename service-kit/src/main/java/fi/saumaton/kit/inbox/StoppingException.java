/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

/** The service stops while events wait for infrastructure: they are not acknowledged and come again. */
final class StoppingException extends RuntimeException {

    StoppingException(Throwable cause) {
        super("The service stops; the events come again", cause);
    }
}
