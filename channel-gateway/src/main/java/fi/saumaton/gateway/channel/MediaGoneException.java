/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

/** A file that no retry will bring: expired, deleted, too large, not what was announced. The message is for agents to read. */
public class MediaGoneException extends RuntimeException {
    public MediaGoneException(String reason) {
        super(reason, null, false, false);
    }
}
