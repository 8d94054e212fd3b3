/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.sql.Sql;

/**
 * Knows late news of erased persons. Conversations are known by their ids; one that the erasure did not know of, because
 * its beginning was still on its way, by a handle of the erased person's and its time. Joins the caller's transaction.
 */
@ApplicationScoped
public class Tombstones {
    private static final String DEAD = """
            select id, null::uuid, null::timestamptz, null::uuid from erased_subject where id = any(?1)
            union
            select s."conversationId", e.erasure_id, e.erased_at, x.customer_id
            from jsonb_to_recordset(cast(?2 as jsonb))
                as s("conversationId" uuid, kind text, value text, at timestamptz)
            join erased_handle e on e.hash = handle_hash(s.kind, s.value) and e.erased_at >= s.at
            join erasure x on x.id = e.erasure_id
            """;

    private static final String LATE = """
            select distinct s."conversationId"
            from jsonb_to_recordset(cast(?1 as jsonb))
                as s("conversationId" uuid, kind text, value text, at timestamptz)
            join erased_handle e on e.hash = handle_hash(s.kind, s.value) and e.erased_at >= s.at
            """;

    private final Sql sql;
    private final ErasureRepository erasures;
    private final Outbox outbox;
    private final Clock clock;

    Tombstones(Sql sql, ErasureRepository erasures, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.erasures = erasures;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Somebody who has proven a handle did something at a time.
     *
     * @param conversationId in which, or the id of the entry that tells it
     */
    public record Sign(UUID conversationId, String kind, String value, Instant at) {}

    /** Found by a handle: whose erasure has to be told of it. */
    private record Found(UUID erasureId, UUID customerId, Instant erasedAt) {}

    /**
     * Those of the conversations that are of erased persons. What is found by a handle is told to everybody, so that they
     * remove it as well.
     */
    public Uni<Set<UUID>> dead(Collection<UUID> conversations, Collection<Sign> signs) {
        return sql.rows(DEAD, conversations.toArray(UUID[]::new), sql.json(signs))
                .chain(rows -> {
                    Set<UUID> dead = new HashSet<>();
                    Set<UUID> known = new HashSet<>();
                    Map<Found, List<UUID>> found = new LinkedHashMap<>();
                    for (var row : rows) {
                        if (row[1] == null) {
                            known.add((UUID) row[0]);
                        } else if (dead.add((UUID) row[0])) {
                            found.computeIfAbsent(
                                            new Found((UUID) row[1], (UUID) row[3], (Instant) row[2]),
                                            key -> new ArrayList<>())
                                    .add((UUID) row[0]);
                        }
                    }
                    dead.addAll(known);
                    found.values().forEach(list -> list.removeAll(known));
                    return tell(found).replaceWith(dead);
                });
    }

    private Uni<Void> tell(Map<Found, List<UUID>> found) {
        var chain = Uni.createFrom().voidItem();
        for (var one : found.entrySet()) {
            if (!one.getValue().isEmpty()) {
                chain = chain.chain(() -> bury(one.getKey(), one.getValue()));
            }
        }
        return chain;
    }

    private Uni<Void> bury(Found found, List<UUID> conversations) {
        var event = new ErasureEvent.Erased(
                found.erasureId(),
                found.customerId(),
                List.of(found.customerId()),
                conversations,
                List.of(),
                found.erasedAt());
        return erasures.buryIds(found.erasureId(), "conversation", conversations)
                .chain(() -> sql.update("delete from held_message where conversation_id = any(?1)", (Object)
                        conversations.toArray(UUID[]::new)))
                .chain(() -> outbox.append(
                        OutgoingEvent.of(ErasureEvent.ERASED, found.customerId(), clock.instant(), event)));
    }

    /** Those of the ids whose sign is of an erased person, from before the erasure. */
    public Uni<Set<UUID>> late(Collection<Sign> signs) {
        return signs.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.rows(LATE, sql.json(signs))
                        .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }
}
