/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;

/** The promises' rows. */
@ApplicationScoped
class PromiseRepository {
    private static final String SAVE = """
            insert into promise (id, version, organisation, state, kind, customer_id, conversation_id, queue, owner_type,
                owner_id, made_by_id, window_from, window_until, next_at, body)
            select id, version, organisation, state, kind, "customerId", "conversationId", queue, "ownerType",
                "ownerId", "madeById", "windowFrom", "windowUntil", "nextAt", body
            from jsonb_to_recordset(cast(?1 as jsonb)) as r(
                id uuid, version bigint, organisation text, state text, kind text, "customerId" uuid,
                "conversationId" uuid, queue text, "ownerType" text, "ownerId" text, "madeById" text,
                "windowFrom" timestamptz, "windowUntil" timestamptz, "nextAt" timestamptz, body jsonb)
            on conflict (id) do update set version = excluded.version, state = excluded.state,
                owner_type = excluded.owner_type, owner_id = excluded.owner_id, next_at = excluded.next_at,
                body = excluded.body, changed_at = now()
            """;
    private static final String LOCK = "select cast(body as text) from promise where id = ?1 for update";
    private static final String FIND = "select cast(body as text) from promise where id = ?1";

    /** Another replica's are passed over: it is at them. */
    private static final String DUE = """
            select cast(body as text), clock_timestamp() from promise
            where next_at <= statement_timestamp() order by next_at, id limit ?1 for update skip locked
            """;

    private static final String LIVE = "state in ('open', 'due-soon', 'late')";
    private static final String WATCHED =
            "select distinct conversation_id from promise where conversation_id = any(?1) and " + LIVE;
    private static final String IN_CONVERSATIONS =
            "select cast(body as text) from promise where conversation_id = any(?1) and " + LIVE
                    + " order by id for update";
    private static final String CALL_BACKS = "select window_from, window_until from promise where queue = ?1"
            + " and kind = 'call-back' and window_until > ?2 and " + LIVE;
    private static final String JOIN = """
            update promise set customer_id = ?2,
                body = jsonb_set(body, '{commitment,customerId}', to_jsonb(cast(?2 as uuid)))
            where customer_id = ?1
            """;

    private final Sql sql;
    private final ObjectMapper mapper;

    PromiseRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    @RegisterForReflection
    record Row(
            UUID id,
            long version,
            String organisation,
            String state,
            String kind,
            UUID customerId,
            UUID conversationId,
            String queue,
            String ownerType,
            String ownerId,
            String madeById,
            Instant windowFrom,
            Instant windowUntil,
            Instant nextAt,
            Promise body) {
        static Row of(Promise promise) {
            Commitment what = promise.commitment();
            return new Row(
                    promise.id(),
                    promise.version(),
                    what.organisation(),
                    promise.state().toString(),
                    what.kind().toString(),
                    what.customerId(),
                    what.conversationId(),
                    what.queue(),
                    promise.owner().type(),
                    promise.owner().id(),
                    what.madeBy().id(),
                    what.window().from(),
                    what.window().until(),
                    promise.next().map(Promise.Next::at).orElse(null),
                    promise);
        }
    }

    /** What is due, with the moment by the database's clock; null when nothing is. */
    record Due(List<Promise> promises, Instant now) {}

    /** New ones, or those that this transaction has locked. */
    Uni<Void> save(Collection<Promise> promises) {
        return promises.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(SAVE, sql.json(promises.stream().map(Row::of).toList()))
                        .replaceWithVoid();
    }

    /** Null when there is none. */
    Uni<Promise> lock(UUID id) {
        return sql.rows(LOCK, id).map(this::first);
    }

    Uni<Promise> find(UUID id) {
        return sql.rows(FIND, id).map(this::first);
    }

    Uni<Due> due(int limit) {
        return sql.rows(DUE, limit)
                .map(rows -> rows.isEmpty() ? null : new Due(read(rows), (Instant) rows.getFirst()[1]));
    }

    /** Those of the conversations in which somebody owes something. */
    Uni<Set<UUID>> watched(Collection<UUID> conversations) {
        return sql.rows(WATCHED, (Object) conversations.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    Uni<List<Promise>> lockIn(Collection<UUID> conversations) {
        return sql.rows(IN_CONVERSATIONS, (Object) conversations.toArray(UUID[]::new))
                .map(this::read);
    }

    /** The windows of a queue's call-backs that somebody owes, as far as they are still to come. */
    Uni<List<Window>> callBacks(String queue, Instant now) {
        return sql.rows(CALL_BACKS, queue, now)
                .map(rows -> rows.stream()
                        .map(row -> new Window((Instant) row[0], (Instant) row[1]))
                        .toList());
    }

    /** One customer turned out to be another. */
    Uni<Void> join(UUID customer, UUID survivor) {
        return sql.update(JOIN, customer, survivor).replaceWithVoid();
    }

    private Promise first(List<Object[]> rows) {
        return rows.isEmpty() ? null : read((String) rows.getFirst()[0]);
    }

    List<Promise> read(List<Object[]> rows) {
        return rows.stream().map(row -> read((String) row[0])).toList();
    }

    private Promise read(String body) {
        try {
            return mapper.readValue(body, Promise.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's own JSON is unreadable", e);
        }
    }
}
