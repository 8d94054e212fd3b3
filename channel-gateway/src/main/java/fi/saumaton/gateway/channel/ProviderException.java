/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

/** A call without an answer. The message names what happened, never an address or what was sent. */
public abstract sealed class ProviderException extends RuntimeException {
    private ProviderException(String reason, Throwable cause) {
        super(reason, cause, false, false);
    }

    /** The provider cannot have got it: no connection came about. */
    public static final class NotSent extends ProviderException {
        NotSent(Throwable cause) {
            super("The provider cannot be reached", cause);
        }
    }

    /** The request went out, at least in part, and no whole answer came back. */
    public static final class InDoubt extends ProviderException {
        InDoubt(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
