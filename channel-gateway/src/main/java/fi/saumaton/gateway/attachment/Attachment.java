/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.attachment;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A file that came with a message. It never changes. */
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

    /** For Hibernate. */
    protected Attachment() {}

    public Attachment(AttachmentRef ref, UUID conversationId, UUID messageId, byte[] content) {
        this.id = ref.id();
        this.conversationId = conversationId;
        this.messageId = messageId;
        this.name = ref.name();
        this.mediaType = ref.mediaType();
        this.size = ref.size();
        this.content = content;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] content() {
        return content;
    }
}
