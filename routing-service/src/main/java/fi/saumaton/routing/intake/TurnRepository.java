/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

@ApplicationScoped
@RegisterForReflection(targets = Turns.Turn.class)
class TurnRepository {

    private static final String FIND =
            "select conversation_id, reply_due, version from turn where conversation_id = any(?1)";
    private static final String SAVE = """
            insert into turn (conversation_id, reply_due, version)
            select r."conversationId", r."replyDue", r.version
            from jsonb_to_recordset(cast(?1 as jsonb)) as r("conversationId" uuid, "replyDue" boolean, version bigint)
            on conflict (conversation_id) do update set reply_due = excluded.reply_due, version = excluded.version
            """;

    private final Sql sql;

    TurnRepository(Sql sql) {
        this.sql = sql;
    }

    Uni<List<Turns.Turn>> find(Set<UUID> conversations) {
        return sql.rows(FIND, (Object) conversations.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .map(row -> new Turns.Turn((UUID) row[0], (Boolean) row[1], (Long) row[2]))
                        .toList());
    }

    Uni<Void> save(Collection<Turns.Turn> turns) {
        return turns.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(SAVE, sql.json(turns)).replaceWithVoid();
    }
}
