/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

/** A file that came with a message; its content is kept in the gateway's database. */
public record InboundAttachment(String name, String mediaType, byte[] content) {
    public InboundAttachment {
        name = Text.clean(name);
        mediaType = Text.clean(mediaType);
    }
}
