/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.moving.MovedRepository.Moved;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.sql.Sql;

/** Where the two sides are not alike. */
@ApplicationScoped
class SyncRepository {
    private static final String COLUMNS = """
            id, origin, external_id, customer_id, issue_id, ours, theirs, theirs_changed_at, found_at, decision, decided_at
            """;

    private final Sql sql;

    SyncRepository(Sql sql) {
        this.sql = sql;
    }

    /** A ticket that has to be told of there. */
    record Untold(String externalId, boolean ended, Instant changedAt) {}

    /** Whether the issues have ended here; of joined ones the one that goes on. */
    Uni<Map<UUID, Boolean>> endedHere(Collection<UUID> issues) {
        return sql.rows("""
                        select i.id, s.state <> 'open' from issue i join issue s on s.id = i.survivor_id
                        where i.id = any(?1)
                        """, (Object) issues.toArray(UUID[]::new)).map(rows -> {
            Map<UUID, Boolean> ended = new HashMap<>();
            rows.forEach(row -> ended.put((UUID) row[0], (Boolean) row[1]));
            return ended;
        });
    }

    /** Tickets whose issues have changed here since both sides were alike, unless somebody has to decide first. */
    Uni<List<Untold>> untold(Origin origin, int limit) {
        return sql.rows("""
                        select m.external_id, s.state <> 'open', m.changed_at
                        from moved_record m
                        join issue i on i.id = m.issue_id
                        join issue s on s.id = i.survivor_id
                        where m.origin = ?1 and m.kind = 'ticket' and m.opened and m.ended <> (s.state <> 'open')
                          and not exists (select from sync_conflict c where c.origin = m.origin
                              and c.external_id = m.external_id and c.decision is null)
                        order by m.moved_at limit ?2
                        """, origin.key(), limit)
                .map(rows -> rows.stream()
                        .map(row -> new Untold((String) row[0], (Boolean) row[1], (Instant) row[2]))
                        .toList());
    }

    Uni<Void> told(Origin origin, Untold ticket) {
        return sql.update("""
                        update moved_record set ended = ?3 where origin = ?1 and kind = 'ticket' and external_id = ?2
                        """, origin.key(), ticket.externalId(), ticket.ended())
                .replaceWithVoid();
    }

    Uni<Void> conflict(Moved ticket, boolean ours, boolean theirs, Instant changedAt, Instant now) {
        return sql.update(
                        """
                        insert into sync_conflict (id, origin, external_id, customer_id, issue_id, ours, theirs,
                            theirs_changed_at, found_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                        on conflict (origin, external_id) where decision is null do update set ours = excluded.ours,
                            theirs = excluded.theirs, theirs_changed_at = excluded.theirs_changed_at
                        """,
                        Ids.next(),
                        ticket.origin(),
                        ticket.externalId(),
                        ticket.customerId(),
                        ticket.issueId(),
                        state(ours),
                        state(theirs),
                        changedAt,
                        now)
                .replaceWithVoid();
    }

    /** The system would not take over what has changed here. */
    Uni<Void> stuck(Origin origin, Untold ticket, Instant now) {
        return sql.update(
                        """
                        insert into sync_conflict (id, origin, external_id, customer_id, issue_id, ours, theirs,
                            theirs_changed_at, found_at)
                        select ?1, origin, external_id, customer_id, issue_id, ?4, ?5, changed_at, ?6
                        from moved_record where origin = ?2 and kind = 'ticket' and external_id = ?3
                        on conflict (origin, external_id) where decision is null do nothing
                        """,
                        Ids.next(),
                        origin.key(),
                        ticket.externalId(),
                        state(ticket.ended()),
                        state(!ticket.ended()),
                        now)
                .replaceWithVoid();
    }

    static String state(boolean ended) {
        return ended ? "ended" : "open";
    }

    Uni<List<SyncConflict>> undecided(UUID before, int limit) {
        return sql.rows("select " + COLUMNS + """
                         from sync_conflict where decision is null and id < ?1 order by id desc limit ?2
                        """, before, limit)
                .map(rows -> rows.stream().map(SyncRepository::conflict).toList());
    }

    Uni<Optional<SyncConflict>> find(UUID id) {
        return sql.rows("select " + COLUMNS + " from sync_conflict where id = ?1 for update", id)
                .map(rows -> rows.stream().map(SyncRepository::conflict).findFirst());
    }

    Uni<Void> decide(UUID id, String decision, String by, Instant now) {
        return sql.update(
                        "update sync_conflict set decision = ?2, decided_by = ?3, decided_at = ?4 where id = ?1",
                        id,
                        decision,
                        by,
                        now)
                .replaceWithVoid();
    }

    private static SyncConflict conflict(Object[] row) {
        return new SyncConflict(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (UUID) row[3],
                (UUID) row[4],
                (String) row[5],
                (String) row[6],
                (Instant) row[7],
                (Instant) row[8],
                (String) row[9],
                (Instant) row[10]);
    }
}
