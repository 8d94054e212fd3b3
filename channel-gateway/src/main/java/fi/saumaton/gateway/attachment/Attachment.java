/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.attachment;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file of a message. Its content, once there, never changes; until then {@code media.MediaRepository} looks after it. */
@Entity
@Table(name = "attachment")
public class Attachment {
    @Id
    private UUID id;

    @Column(name = "conversation_id")
    private UUID conversationId;

    @Column(name = "message_id")
    private UUID messageId;

    private String name;

    @Column(name = "media_type")
    private String mediaType;

    private long size;
    private byte[] content;

    private String state;

    private String reason;

    @Column(name = "media_ref")
    private String mediaRef;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    /** For Hibernate. */
    protected Attachment() {}

    public Attachment(AttachmentRef ref, UUID conversationId, UUID messageId, byte[] content) {
        this.id = ref.id();
        this.conversationId = conversationId;
        this.messageId = messageId;
        this.name = ref.name();
        this.mediaType = ref.mediaType();
        this.size = ref.size();
        this.state = ref.state();
        this.content = content;
    }

    /** A file still to be fetched. {@code mediaRef}: where it is, as JSON. */
    public static Attachment pending(
            AttachmentRef ref, UUID conversationId, UUID messageId, String mediaRef, Instant now) {
        var attachment = new Attachment(ref, conversationId, messageId, null);
        attachment.mediaRef = mediaRef;
        attachment.nextAttemptAt = now;
        return attachment;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    String state() {
        return state;
    }

    String reason() {
        return reason;
    }

    byte[] content() {
        return content;
    }
}
