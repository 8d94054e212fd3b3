/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.condition;

/** A condition could not be evaluated in this situation: it took too long, or asked for what is not there. */
public class ConditionFailedException extends RuntimeException {
    ConditionFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
