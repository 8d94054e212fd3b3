/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

/** A raw record that no retry will make readable. The message names what is wrong, never what is in it. */
public class UnreadableInboundException extends RuntimeException {
    public UnreadableInboundException(String reason) {
        super(reason);
    }

    public UnreadableInboundException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
