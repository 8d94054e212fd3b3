/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.event;

/** The event is readable, but the consumer refuses it for good: trying again would not help. Dead letter at once. */
public class RefusedEventException extends RuntimeException {

    public RefusedEventException(String message) {
        super(message);
    }
}
