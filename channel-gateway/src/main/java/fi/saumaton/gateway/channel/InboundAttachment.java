/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.Objects;

/**
 * A file that came with a message: its content, or where to fetch it.
 *
 * @param content null where {@code ref} names it
 * @param ref fetched in the background by {@link Channel#fetch}; null where the content is here
 */
public record InboundAttachment(String name, String mediaType, byte[] content, MediaRef ref) {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    public InboundAttachment {
        name = Text.clean(Objects.requireNonNullElse(name, "file"));
        mediaType = Text.clean(Objects.requireNonNullElse(mediaType, UNKNOWN_TYPE));
        if ((content == null) == (ref == null)) {
            throw new IllegalArgumentException("either the content or where it is");
        }
    }

    public InboundAttachment(String name, String mediaType, byte[] content) {
        this(name, mediaType, content, null);
    }

    public static InboundAttachment at(MediaRef ref) {
        return new InboundAttachment(ref.name(), ref.mediaType(), null, ref);
    }

    /** In bytes; 0 when nobody has said it yet. */
    public long size() {
        if (content != null) {
            return content.length;
        }
        return ref.size() == null ? 0 : ref.size();
    }
}
