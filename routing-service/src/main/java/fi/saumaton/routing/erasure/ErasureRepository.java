/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.erasure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Removes what is remembered of conversations. */
@ApplicationScoped
class ErasureRepository {
    /** What may go at any time: the engine never reads it again. Reasons are agents' words. */
    private static final Map<String, String> MEMORIES = new LinkedHashMap<>();

    /** What replicas may still have to read. */
    private static final Map<String, String> ENDED_WORK = new LinkedHashMap<>();

    /** By the ids that the customer was known by. */
    private static final Map<String, String> PROMISES = new LinkedHashMap<>();

    static {
        PROMISES.put("promise_answer", """
                delete from idempotency_key k using unnest(?1::uuid[]) as gone(id)
                where k.response::text like '%' || gone.id || '%'
                """);
        PROMISES.put("promise", "delete from promise where customer_id = any(?1)");
        MEMORIES.put("decision", "delete from decision where conversation_id = any(?1)");
        MEMORIES.put("routing_input", """
                delete from routing_input
                where applied_at is not null and (
                    payload ->> 'conversation_id' = any(?1::uuid[]::text[])
                    or payload ->> 'offer_id' = any(array(select id::text from offer where conversation_id = any(?1)))
                    or payload ->> 'work_item_id' = any(array(
                        select id::text from work_item where conversation_id = any(?1))))
                """);
        MEMORIES.put("offer", """
                update offer set reason = null
                where conversation_id = any(?1) and state <> 'pending' and reason is not null
                """);
        MEMORIES.put("work_item", """
                update work_item set situation = '{}'
                where conversation_id = any(?1) and state in ('done', 'withdrawn') and situation <> '{}'
                """);
        MEMORIES.put("idempotency_key", """
                delete from idempotency_key k using unnest(?1::uuid[]) as gone(id)
                where k.response::text like '%' || gone.id || '%'
                """);
        MEMORIES.put("promise", "delete from promise where conversation_id = any(?1)");
        ENDED_WORK.put("offer", "delete from offer where conversation_id = any(?1)");
        ENDED_WORK.put("work_item", "delete from work_item where conversation_id = any(?1)");
        ENDED_WORK.put("turn", "delete from turn where conversation_id = any(?1)");
        ENDED_WORK.put("conversation", "delete from conversation where id = any(?1)");
    }

    private final Sql sql;

    ErasureRepository(Sql sql) {
        this.sql = sql;
    }

    /** Conversations of one erasure. */
    record Buried(UUID erasureId, UUID customerId, List<UUID> conversations) {}

    Uni<Void> bury(ErasedCustomer erased) {
        return sql.update(
                        """
                        insert into erased_conversation (conversation_id, erasure_id, customer_id, erased_at)
                        select distinct id, ?2::uuid, ?3::uuid, ?4::timestamptz from unnest(?1::uuid[]) as gone(id)
                        on conflict do nothing
                        """,
                        erased.conversationIds().toArray(UUID[]::new),
                        erased.erasureId(),
                        erased.customerId(),
                        erased.erasedAt())
                .replaceWithVoid();
    }

    /** What was promised outside conversations, and what stands in answers that are kept. */
    Uni<Map<String, Long>> removePromises(List<UUID> customers) {
        return run(PROMISES, customers);
    }

    Uni<Map<String, Long>> removeMemories(List<UUID> conversations) {
        return run(MEMORIES, conversations);
    }

    Uni<Map<String, Long>> removeEndedWork(List<UUID> conversations) {
        return run(ENDED_WORK, conversations)
                .call(() -> sql.update(
                        "update erased_conversation set cleared_at = now() where conversation_id = any(?1)",
                        (Object) conversations.toArray(UUID[]::new)));
    }

    /** Erased before the moment, of no active work, with nothing that waits to be applied, and not gone back to since. */
    Uni<List<Buried>> unsettled(Instant before) {
        return buried("settled_at", before);
    }

    /** Erased before the moment, and the ended work is still there. */
    Uni<List<Buried>> uncleared(Instant before) {
        return buried("cleared_at", before);
    }

    /** Whether nothing of it is still being worked on. */
    Uni<Boolean> isSettled(UUID erasureId) {
        return sql.rows(
                        "select 1 from erased_conversation where erasure_id = ?1 and settled_at is null limit 1",
                        erasureId)
                .map(List::isEmpty);
    }

    Uni<Void> settled(List<UUID> conversations) {
        return sql.update("update erased_conversation set settled_at = now() where conversation_id = any(?1)", (Object)
                        conversations.toArray(UUID[]::new))
                .replaceWithVoid();
    }

    private Uni<List<Buried>> buried(String undone, Instant before) {
        return sql.rows("""
                        select erasure_id, customer_id, array_agg(conversation_id) from erased_conversation e
                        where cleared_at is null and %s is null and erased_at <= ?1 and not exists (
                            select from work_item w where w.conversation_id = e.conversation_id
                                and w.state in ('waiting', 'offered', 'assigned'))
                            and not exists (
                                select from routing_input i
                                where i.applied_at is null and i.payload ->> 'conversation_id' = e.conversation_id::text)
                        group by erasure_id, customer_id
                        """.formatted(undone), before)
                .map(rows -> rows.stream()
                        .map(row -> new Buried((UUID) row[0], (UUID) row[1], List.of((UUID[]) row[2])))
                        .toList());
    }

    private Uni<Map<String, Long>> run(Map<String, String> statements, List<UUID> conversations) {
        Map<String, Long> removed = new TreeMap<>();
        var ids = conversations.toArray(UUID[]::new);
        var chain = Uni.createFrom().voidItem();
        for (var statement : statements.entrySet()) {
            chain = chain.chain(() -> sql.update(statement.getValue(), (Object) ids))
                    .invoke(count -> {
                        if (count > 0) {
                            removed.put(statement.getKey(), (long) count);
                        }
                    })
                    .replaceWithVoid();
        }
        return chain.replaceWith(removed);
    }
}
