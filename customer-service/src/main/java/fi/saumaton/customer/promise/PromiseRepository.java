/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.promise;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** The promises' rows: of each its newest version. */
@ApplicationScoped
class PromiseRepository {
    /** One row of each promise, since a statement changes a row once. Of erased and unknown customers nothing is kept. */
    private static final String SAVE = """
            insert into promise (id, customer_id, version, state, kind, text, window_from, window_until, issue_id,
                conversation_id, owner_type, owner_id, owner_name, cause, changed_at)
            select distinct on (r."promiseId") r."promiseId", c.id, r.version, r.state, r.kind, r.text, r."windowFrom",
                r."windowUntil", r."issueId", r."conversationId", r."ownerType", r."ownerId", r."ownerName", r.cause, r.at
            from jsonb_to_recordset(cast(?1 as jsonb)) as r(
                "promiseId" uuid, "customerId" uuid, version bigint, state text, kind text, text text,
                "windowFrom" timestamptz, "windowUntil" timestamptz, "issueId" uuid, "conversationId" uuid,
                "ownerType" text, "ownerId" text, "ownerName" text, cause text, at timestamptz)
            join customer c on c.id = r."customerId"
            order by r."promiseId", r.version desc
            on conflict (id) do update set customer_id = excluded.customer_id, version = excluded.version,
                state = excluded.state, owner_type = excluded.owner_type, owner_id = excluded.owner_id,
                owner_name = excluded.owner_name, cause = excluded.cause, changed_at = excluded.changed_at
            where excluded.version > promise.version
            """;

    private static final String KNOWN = "select id from customer where id = any(?1) order by id for key share";

    private static final String OPEN = """
            select p.id, p.kind, p.text, p.state, p.window_from, p.window_until, p.owner_type, p.owner_id, p.owner_name,
                p.issue_id, p.conversation_id
            from customer member join promise p on p.customer_id = member.id
            where member.survivor_id = ?1
                and (p.state in ('open', 'due-soon', 'late') or p.state = 'broken' and p.changed_at > ?2)
            order by p.window_until, p.id limit 50
            """;

    /** How long a broken promise stays in sight. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    private final Sql sql;
    private final Clock clock;

    PromiseRepository(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Which of the customers there are; they stay until the transaction ends. */
    Uni<Set<UUID>> known(Set<UUID> customers) {
        return sql.rows(KNOWN, (Object) customers.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    Uni<Void> save(List<PromiseEvent> events) {
        return sql.update(SAVE, sql.json(events)).replaceWithVoid();
    }

    /** Open ones, the first due first, and those broken lately. */
    Uni<List<CustomerPromise>> open(UUID survivor) {
        return sql.rows(OPEN, survivor, clock.instant().minus(REMEMBERED))
                .map(rows -> rows.stream().map(PromiseRepository::promise).toList());
    }

    private static CustomerPromise promise(Object[] row) {
        return new CustomerPromise(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Instant) row[4],
                (Instant) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (UUID) row[9],
                (UUID) row[10]);
    }
}
