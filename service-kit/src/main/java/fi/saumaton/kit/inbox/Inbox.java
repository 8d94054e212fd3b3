/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** What this service has seen, written in the transaction of the effect. */
@Singleton
class Inbox {

    private static final String INSERT = """
            insert into inbox (consumer, event_id)
            select ?1, e.id from unnest(cast(string_to_array(?2, ',') as uuid[])) as e(id)
            on conflict do nothing returning event_id
            """;

    private final Sql sql;
    private final String consumer;
    private final Counter duplicates;

    Inbox(Sql sql, MeterRegistry metrics, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.sql = sql;
        this.consumer = consumer;
        this.duplicates = metrics.counter("inbox.duplicates");
    }

    /** Notes the events as seen and gives back those that were not, in their order. */
    Uni<List<Received>> unseen(List<Received> received) {
        StringJoiner ids = new StringJoiner(",");
        received.forEach(one -> ids.add(one.event().id().toString()));
        return sql.rows(INSERT, consumer, ids.toString()).map(rows -> unseen(received, rows));
    }

    private List<Received> unseen(List<Received> received, List<Object[]> inserted) {
        if (inserted.size() == received.size()) {
            return received;
        }
        duplicates.increment(received.size() - inserted.size());
        Set<UUID> fresh = HashSet.newHashSet(inserted.size());
        inserted.forEach(row -> fresh.add((UUID) row[0]));
        // remove: an event that is twice in one batch is handled once
        return received.stream().filter(one -> fresh.remove(one.event().id())).toList();
    }
}
