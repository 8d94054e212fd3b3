/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.visit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.ingress.Ingress;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Announcing visits, seeing them, and going to meet them. */
@ApplicationScoped
class VisitService {
    private static final int MOST = 200;
    private static final String VISIT = """
            select m.provider_id, c.id, c.reference, m.text, m.recorded_at, a.acknowledged_at, a.by_name,
                (select o.text from message o
                 where o.conversation_id = c.id and o.direction = 'out' order by o.number desc limit 1)
            from message m
            join conversation c on c.id = m.conversation_id
            left join visit_acknowledgement a on a.message_id = m.id
            where m.channel = ?1 and m.direction = 'in'
            """;
    private static final String ONE = VISIT + " and m.provider_id = ?2";
    private static final String OPEN = VISIT
            + " and c.channel = ?1 and c.state = 'open' order by a.acknowledged_at is not null, m.recorded_at limit ?2";

    private final Ingress ingress;
    private final Transactions transactions;
    private final Sql sql;
    private final ObjectMapper mapper;
    private final MeterRegistry metrics;
    private final Clock clock;

    VisitService(
            Ingress ingress,
            Transactions transactions,
            Sql sql,
            ObjectMapper mapper,
            MeterRegistry metrics,
            Clock clock) {
        this.ingress = ingress;
        this.transactions = transactions;
        this.sql = sql;
        this.mapper = mapper;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Durable when it completes; the visit's id. */
    Uni<UUID> announce(VisitChannel place, Announcement announcement) {
        var visit = UUID.randomUUID();
        var body = bytes(new VisitChannel.Entry(visit, announcement));
        var raw = new RawInbound(place.name(), clock.instant(), "application/json", Map.of(), body);
        return ingress.append(raw, visit.toString()).replaceWith(visit);
    }

    Uni<Visit> find(VisitChannel place, UUID visit) {
        return transactions.read(() -> one(place, visit));
    }

    /** Those who are waiting first, whoever came first before the others. */
    Uni<List<Visit>> open(VisitChannel place) {
        return transactions
                .read(() -> sql.rows(OPEN, place.name(), (long) MOST))
                .map(rows -> rows.stream()
                        .map(row -> Visit.of(row, place.acknowledgeWithin(), clock.instant()))
                        .toList());
    }

    /** The first one counts; the others learn who it was. */
    Uni<Visit> acknowledge(VisitChannel place, UUID visit, Caller by) {
        return transactions
                .write(() -> sql.update("""
                        insert into visit_acknowledgement (message_id, acknowledged_at, by_id, by_name)
                        select m.id, greatest(?3::timestamptz, m.recorded_at), ?4, ?5
                        from message m where m.channel = ?1 and m.provider_id = ?2
                        on conflict do nothing
                        """, place.name(), visit.toString(), clock.instant(), by.id(), by.name()))
                .chain(inserted -> find(place, visit).invoke(seen -> measure(place, seen, inserted > 0)));
    }

    private void measure(VisitChannel place, Visit visit, boolean now) {
        if (now) {
            metrics.timer("saumaton.visit.acknowledged", "place", place.name(), "late", Boolean.toString(visit.late()))
                    .record(Duration.ofSeconds(visit.waitedSeconds()));
        }
    }

    private Uni<Visit> one(VisitChannel place, UUID visit) {
        return sql.rows(ONE, place.name(), visit.toString()).map(rows -> {
            if (rows.isEmpty()) {
                throw new Problem(CommonProblem.NOT_FOUND, "There is no such visit, or it is on its way");
            }
            return Visit.of(rows.getFirst(), place.acknowledgeWithin(), clock.instant());
        });
    }

    private byte[] bytes(VisitChannel.Entry entry) {
        try {
            return mapper.writeValueAsString(entry).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
