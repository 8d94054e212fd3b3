/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.annotation.JsonRawValue;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.routing.engine.Decision;
import fi.saumaton.routing.engine.Terms;

/** Every decision with its terms, kept as it was made. */
@ApplicationScoped
@RegisterForReflection(targets = {Decision.class, Decision.Candidate.class, Terms.class})
public class DecisionLog {

    private static final String APPEND = """
            insert into decision (id, decided_at, work_item_id, conversation_id, body)
            select r.id, r.at, r.work_item_id, r.conversation_id, r.body
            from jsonb_to_recordset(cast(?1 as jsonb))
                as r(id uuid, at timestamptz, work_item_id uuid, conversation_id uuid, body jsonb)
            """;
    private static final String BY_ID = "select cast(body as text) from decision where id = ?1";
    private static final String OF_CONVERSATION = """
            select cast(body as text) from decision
            where conversation_id = ?1 and (cast(?2 as uuid) is null or id < ?2) order by id desc limit ?3
            """;

    private final Sql sql;

    DecisionLog(Sql sql) {
        this.sql = sql;
    }

    @RegisterForReflection
    record Row(
            UUID id,
            Instant at,
            UUID workItemId,
            UUID conversationId,
            @JsonRawValue String body) {}

    Uni<Void> append(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Row> rows = decisions.stream()
                .map(d -> new Row(d.id(), d.at(), d.workItemId(), d.conversationId(), RowJson.write(d)))
                .toList();
        return sql.update(APPEND, RowJson.write(rows)).replaceWithVoid();
    }

    /** The decision; empty when there is none of this id. */
    public Uni<List<Decision>> byId(UUID id) {
        return sql.rows(BY_ID, id).map(DecisionLog::read);
    }

    /** The decisions about a conversation, the newest first, older than one of them when that is given. */
    public Uni<List<Decision>> ofConversation(UUID conversationId, UUID before, int limit) {
        return sql.rows(OF_CONVERSATION, conversationId, before, limit).map(DecisionLog::read);
    }

    private static List<Decision> read(List<Object[]> rows) {
        return rows.stream()
                .map(row -> RowJson.read((String) row[0], Decision.class))
                .toList();
    }
}
