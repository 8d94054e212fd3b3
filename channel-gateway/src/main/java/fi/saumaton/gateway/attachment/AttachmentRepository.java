/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.attachment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.OutboundFile;
import fi.saumaton.kit.sql.Sql;

/** The table {@code attachment}. */
@ApplicationScoped
public class AttachmentRepository implements PanacheRepositoryBase<Attachment, UUID> {
    private final Sql sql;

    AttachmentRepository(Sql sql) {
        this.sql = sql;
    }

    /** Files brought for a conversation that no message has taken yet; what is missing is not one of them. */
    public Uni<List<AttachmentRef>> unsent(UUID conversationId, List<UUID> ids) {
        return sql.rows("""
                        select a.id, a.name, a.media_type, a.size from unnest(cast(?2 as uuid[])) with ordinality as w(id, place)
                        join attachment a on a.id = w.id
                        where a.conversation_id = ?1 and a.message_id is null
                        order by w.place
                        """, conversationId, ids.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .map(row ->
                                AttachmentRef.stored((UUID) row[0], (String) row[1], (String) row[2], (Long) row[3]))
                        .toList());
    }

    public Uni<Integer> sendWith(UUID messageId, List<AttachmentRef> files) {
        return sql.update(
                "update attachment set message_id = ?1 where id = any(?2) and message_id is null",
                messageId,
                files.stream().map(AttachmentRef::id).toArray(UUID[]::new));
    }

    /** The files of one of our messages, in its order. */
    public Uni<List<OutboundFile>> contents(List<AttachmentRef> files) {
        if (files.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sql.rows("""
                        select a.name, a.media_type, a.content from unnest(cast(?1 as uuid[])) with ordinality as w(id, place)
                        join attachment a on a.id = w.id order by w.place
                        """, (Object) files.stream().map(AttachmentRef::id).toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .map(row -> new OutboundFile((String) row[0], (String) row[1], (byte[]) row[2]))
                        .toList());
    }
}
