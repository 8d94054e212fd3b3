/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;

import fi.saumaton.gateway.attachment.Attachment;
import fi.saumaton.gateway.attachment.AttachmentRepository;
import fi.saumaton.gateway.stream.StreamService;
import fi.saumaton.kit.outbox.Outbox;

/** Writes {@link Changes}: one statement per table, conversations before recipients, the outbox last. Joins the open transaction. */
@ApplicationScoped
public class ConversationWriter {
    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final AttachmentRepository attachments;
    private final ContentTerms terms;
    private final StreamService stream;
    private final Outbox outbox;

    ConversationWriter(
            ConversationRepository conversations,
            MessageRepository messages,
            AttachmentRepository attachments,
            ContentTerms terms,
            StreamService stream,
            Outbox outbox) {
        this.conversations = conversations;
        this.messages = messages;
        this.attachments = attachments;
        this.terms = terms;
        this.stream = stream;
        this.outbox = outbox;
    }

    public Uni<Void> write(Changes changes) {
        var byStored = changes.conversations().stream().collect(Collectors.partitioningBy(Conversation::isStored));
        return exactly(byStored.get(false), conversations::insert)
                .chain(() -> exactly(byStored.get(true), conversations::update))
                .chain(() -> exactly(changes.messages(), messages::insert))
                .chain(() -> exactly(changes.deliveries(), messages::setDeliveries))
                .chain(() -> keep(changes.attachments()))
                .chain(() -> terms.note(changes.terms()))
                .chain(() -> terms.withdraw(changes.withdrawals(), changes.now()))
                .chain(() -> stream.append(changes.entries()))
                .chain(() -> outbox.append(changes.events()));
    }

    private Uni<Void> keep(List<Attachment> files) {
        return files.isEmpty() ? Uni.createFrom().voidItem() : attachments.persist(files);
    }

    /** A row that is there already was stored by another replica in this very moment: the work is taken again from the start, and finds it. */
    private static <T> Uni<Void> exactly(List<T> rows, Function<List<T>, Uni<Integer>> write) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return write.apply(rows)
                .invoke(count -> {
                    if (count != rows.size()) {
                        throw new PgException("The same was stored elsewhere at the same time", "ERROR", "40001", null);
                    }
                })
                .replaceWithVoid();
    }
}
