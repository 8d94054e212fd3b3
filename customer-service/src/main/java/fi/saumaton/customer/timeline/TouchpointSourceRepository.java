/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Which entries of which systems are there already. */
@ApplicationScoped
class TouchpointSourceRepository {
    private final Sql sql;

    TouchpointSourceRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is there under a key.
     *
     * @param recordedUnder the customer in whose timeline it stands; null when it never came
     * @param occurredAt where it stands there
     */
    record Source(Entry.Key key, VersionRule.Stored stored, UUID recordedUnder, Instant occurredAt) {
        TimelineRepository.Place place() {
            return new TimelineRepository.Place(recordedUnder, occurredAt, stored.touchpointId());
        }

        /** Whether there is something in a timeline to be taken away. */
        boolean stands() {
            return !stored.removed() && recordedUnder != null;
        }
    }

    /** A row to be written. */
    record Row(
            String system,
            String externalId,
            String contentHash,
            UUID touchpointId,
            UUID customerId,
            Instant occurredAt,
            long version,
            String recordedBy,
            Instant recordedAt) {
        static Row of(Entry entry, UUID customerId, String caller, Instant now) {
            return new Row(
                    entry.request().system(),
                    entry.request().externalId(),
                    entry.hash(),
                    entry.id(),
                    customerId,
                    entry.request().occurredAt(),
                    entry.request().number(),
                    caller,
                    now);
        }
    }

    private static final String RESERVE = """
            insert into touchpoint_source (system, external_id, content_hash, touchpoint_id, version, recorded_by,
                recorded_at, occurred_at)
            select system, "externalId", "contentHash", "touchpointId", version, "recordedBy", "recordedAt",
                "occurredAt"
            from jsonb_to_recordset(cast(?1 as jsonb)) as r(system text, "externalId" text, "contentHash" text,
                "touchpointId" uuid, version bigint, "recordedBy" text, "recordedAt" timestamptz,
                "occurredAt" timestamptz)
            order by system collate "C", "externalId" collate "C"
            on conflict do nothing
            returning system, external_id
            """;

    private static final String LOCK = """
            select s.system, s.external_id, s.touchpoint_id, s.content_hash, s.version, s.removed_at is not null,
                s.recorded_by, s.customer_id, s.occurred_at,
                (select c.survivor_id from customer c where c.id = s.customer_id)
            from jsonb_to_recordset(cast(?1 as jsonb)) as r(system text, "externalId" text)
            join touchpoint_source s on s.system = r.system and s.external_id = r."externalId"
            order by s.system collate "C", s.external_id collate "C"
            for update of s
            """;

    private static final String SETTLE = """
            update touchpoint_source s set customer_id = r."customerId", content_hash = r."contentHash",
                version = r.version, occurred_at = r."occurredAt", recorded_by = r."recordedBy",
                recorded_at = r."recordedAt", removed_at = null
            from jsonb_to_recordset(cast(?1 as jsonb)) as r(system text, "externalId" text, "contentHash" text,
                "customerId" uuid, version bigint, "recordedBy" text, "recordedAt" timestamptz, "occurredAt" timestamptz)
            where s.system = r.system and s.external_id = r."externalId"
            """;

    /** The keys that were not there; waits for somebody who is writing the same ones. */
    Uni<Set<Entry.Key>> reserve(List<Entry> entries, String caller, Instant now) {
        var rows =
                entries.stream().map(entry -> Row.of(entry, null, caller, now)).toList();
        return sql.rows(RESERVE, sql.json(rows))
                .map(won -> won.stream()
                        .map(row -> new Entry.Key((String) row[0], (String) row[1]))
                        .collect(Collectors.toSet()));
    }

    /** What is there under the keys, locked. */
    Uni<Map<Entry.Key, Source>> lock(Collection<Entry.Key> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : sql.rows(LOCK, sql.json(keys))
                        .map(rows -> rows.stream()
                                .map(TouchpointSourceRepository::source)
                                .collect(Collectors.toMap(Source::key, Function.identity())));
    }

    private static Source source(Object[] row) {
        var stored = new VersionRule.Stored(
                (UUID) row[2], (UUID) row[9], (String) row[3], (Long) row[4], (Boolean) row[5], (String) row[6]);
        return new Source(new Entry.Key((String) row[0], (String) row[1]), stored, (UUID) row[7], (Instant) row[8]);
    }

    /** Where the entries stand now, and in which version. */
    Uni<Void> settle(List<Row> rows) {
        return sql.update(SETTLE, sql.json(rows)).replaceWithVoid();
    }

    /** Says that an entry, which is locked, was taken away. */
    Uni<Void> remove(Entry.Key key, long version, Instant now) {
        return sql.update("""
                        update touchpoint_source
                        set version = greatest(version, ?3), removed_at = coalesce(removed_at, ?4)
                        where system = ?1 and external_id = ?2
                        """, key.system(), key.externalId(), version, now).replaceWithVoid();
    }

    /**
     * Says that an entry that has not come yet was taken away; waits for somebody who is writing it.
     *
     * @return false when it has come meanwhile
     */
    Uni<Boolean> removeUnseen(Entry.Key key, UUID touchpointId, long version, String caller, Instant now) {
        return sql.rows("""
                        insert into touchpoint_source (system, external_id, content_hash, touchpoint_id, version,
                            recorded_by, recorded_at, removed_at)
                        values (?1, ?2, '', ?3, ?4, ?5, ?6, ?6)
                        on conflict do nothing
                        returning touchpoint_id
                        """, key.system(), key.externalId(), touchpointId, version, caller, now)
                .map(rows -> !rows.isEmpty());
    }
}
