/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Unsupported;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.sql.Sql;

/** The table {@code unsupported_record}, and the count of what nobody here knows. Joins the open transaction. */
@ApplicationScoped
class UnsupportedRecords {
    private final Sql sql;
    private final MeterRegistry metrics;

    UnsupportedRecords(Sql sql, MeterRegistry metrics) {
        this.sql = sql;
        this.metrics = metrics;
    }

    @RegisterForReflection
    private record Row(String id, String channel, String kind, String raw) {}

    Uni<Void> keep(List<Unsupported> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        records.forEach(record -> count(record.channel()));
        var rows = records.stream()
                .map(record -> new Row(Ids.next().toString(), record.channel(), record.kind(), record.raw()))
                .toList();
        return sql.update("""
                        insert into unsupported_record (id, channel, kind, raw, received_at)
                        select id, channel, kind, raw, now()
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid, channel text, kind text, raw text)
                        """, sql.json(rows)).replaceWithVoid();
    }

    /** A message that is shown as unsupported, or a record that cannot be shown at all. */
    void count(String channel) {
        metrics.counter("saumaton.inbound.unsupported", "channel", channel).increment();
    }
}
