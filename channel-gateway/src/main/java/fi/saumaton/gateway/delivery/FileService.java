/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.attachment.Attachment;
import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.gateway.attachment.AttachmentRepository;
import fi.saumaton.gateway.channel.Text;
import fi.saumaton.gateway.conversation.Answers;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Keeps files that are to go out; with which message they go, the answer says. */
@ApplicationScoped
class FileService {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final ConversationRepository conversations;
    private final AttachmentRepository attachments;
    private final Transactions transactions;

    FileService(ConversationRepository conversations, AttachmentRepository attachments, Transactions transactions) {
        this.conversations = conversations;
        this.attachments = attachments;
        this.transactions = transactions;
    }

    Uni<AttachmentRef> bring(UUID conversationId, String agentId, String name, String mediaType, byte[] content) {
        if (content == null || content.length == 0) {
            throw new Problem(CommonProblem.INVALID, "The file is empty");
        }
        var type = mediaType == null ? UNKNOWN_TYPE : mediaType.split(";", 2)[0].strip();
        var ref = AttachmentRef.stored(Ids.next(), Text.clean(name), Text.clean(type), content.length);
        return transactions.write(() -> conversations
                .lock(List.of(conversationId))
                .map(found -> found.get(conversationId))
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such conversation"))
                .invoke(conversation -> Answers.mayWrite(conversation, agentId, null))
                .chain(() -> attachments.persist(new Attachment(ref, conversationId, null, content)))
                .replaceWith(ref));
    }
}
