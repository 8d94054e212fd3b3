/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.attachment;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A file as a message names it.
 *
 * @param size in bytes; 0 while nobody has said it
 * @param state {@link #STORED}, {@link #PENDING} or {@link #FAILED}
 * @param reason why it could not be had, for agents; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record AttachmentRef(UUID id, String name, String mediaType, long size, String state, String reason) {
    public static final String STORED = "stored";
    /** The provider still has it: it is being fetched. */
    public static final String PENDING = "pending";

    public static final String FAILED = "failed";

    /** Rows from before there were states hold stored files only. */
    public AttachmentRef {
        state = state == null ? STORED : state;
    }

    public static AttachmentRef stored(UUID id, String name, String mediaType, long size) {
        return new AttachmentRef(id, name, mediaType, size, STORED, null);
    }

    public static AttachmentRef pending(UUID id, String name, String mediaType, long size) {
        return new AttachmentRef(id, name, mediaType, size, PENDING, null);
    }
}
