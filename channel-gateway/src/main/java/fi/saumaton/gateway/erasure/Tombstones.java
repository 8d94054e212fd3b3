/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.erasure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** What is remembered of erased customers, so that nothing late brings them back. Joins the open session. */
@ApplicationScoped
public class Tombstones {
    private final Sql sql;

    Tombstones(Sql sql) {
        this.sql = sql;
    }

    /** A message at its place in a batch. */
    @RegisterForReflection
    public record Sign(int place, String kind, String value, Instant acceptedAt) {}

    /** Those of the conversations that were erased. */
    public Uni<Set<UUID>> erased(Collection<UUID> conversations) {
        return conversations.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.rows("select id from erased_conversation where id = any(?1)", (Object)
                                conversations.toArray(UUID[]::new))
                        .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    /** The places of messages that were accepted before their sender was erased. */
    public Uni<Set<Integer>> late(List<Sign> signs) {
        return signs.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.rows("""
                                select s.place
                                from jsonb_to_recordset(cast(?1 as jsonb))
                                    as s(place int, kind text, value text, "acceptedAt" timestamptz)
                                join erased_handle e on e.hash = handle_hash(s.kind, s.value)
                                    and e.erased_at >= s."acceptedAt"
                                """, sql.json(signs))
                        .map(rows -> rows.stream().map(row -> (Integer) row[0]).collect(Collectors.toSet()));
    }
}
