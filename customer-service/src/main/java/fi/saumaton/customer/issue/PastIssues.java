/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.issue.PlacingRepository.Placed;
import fi.saumaton.customer.timeline.Author;
import fi.saumaton.customer.timeline.TimelineService;
import fi.saumaton.customer.timeline.Touchpoint;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.id.Reference;
import fi.saumaton.kit.sql.Sql;

/**
 * Matters that had ended elsewhere before anybody here heard of them: each is an issue of its own, and nobody is told,
 * since it is no news. Inside the caller's write transaction.
 */
@ApplicationScoped
public class PastIssues {
    private final Sql sql;
    private final PlacingRepository placings;
    private final TimelineService timeline;
    private final IssueConfig config;
    private final Clock clock;

    PastIssues(Sql sql, PlacingRepository placings, TimelineService timeline, IssueConfig config, Clock clock) {
        this.sql = sql;
        this.placings = placings;
        this.timeline = timeline;
        this.config = config;
        this.clock = clock;
    }

    /** @param by where it was seen to */
    public record Past(Arrival arrival, Instant endedAt, Author by, String resolution) {}

    private record Row(
            UUID id,
            UUID customerId,
            String reference,
            String title,
            String state,
            UUID openedBy,
            Instant openedAt,
            String resolution,
            String byId,
            String byName,
            Instant resolvedAt,
            Instant closedAt) {}

    /** The issues, by conversation. */
    public Uni<Map<UUID, UUID>> record(List<Past> matters) {
        if (matters.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var now = clock.instant();
        Map<UUID, UUID> issues = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        List<Placed> placed = new ArrayList<>();
        List<Touchpoint> entries = new ArrayList<>();
        for (var past : matters) {
            var row = row(past, now);
            rows.add(row);
            issues.put(past.arrival().conversationId(), row.id());
            placed.add(placed(past, row, now));
            entries.add(entry(past, row, Touchpoint.ISSUE_OPENED, row.openedAt(), null));
            entries.add(entry(past, row, Touchpoint.ISSUE_RESOLVED, row.resolvedAt(), row.resolution()));
        }
        return insert(rows)
                .chain(() -> placings.insert(placed))
                .chain(() -> timeline.add(entries))
                .replaceWith(issues);
    }

    /** What ended only now may still be come back with. */
    private Row row(Past past, Instant now) {
        var arrival = past.arrival();
        boolean quiet = !past.endedAt().plus(config.quietPeriod()).isAfter(now);
        return new Row(
                Ids.next(),
                arrival.recordedUnder(),
                Reference.next(),
                arrival.title(),
                (quiet ? IssueState.CLOSED : IssueState.RESOLVED).code(),
                arrival.conversationId(),
                arrival.at(),
                past.resolution(),
                past.by().id(),
                past.by().name(),
                past.endedAt(),
                quiet ? past.endedAt() : null);
    }

    private static Placed placed(Past past, Row row, Instant now) {
        return new Placed(
                Ids.next(),
                row.openedBy(),
                past.arrival().turn(),
                row.id(),
                false,
                false,
                Ground.NEW.code(),
                null,
                null,
                List.of(),
                List.of(),
                row.openedAt(),
                now);
    }

    private static Touchpoint entry(Past past, Row row, String kind, Instant at, String resolution) {
        var by = kind.equals(Touchpoint.ISSUE_OPENED) ? Author.customer(null) : past.by();
        return Touchpoint.issue(
                row.customerId(), kind, Ids.next(), at, past.arrival().place(row.id()), by, row.title(), resolution);
    }

    private Uni<Void> insert(List<Row> rows) {
        return sql.update("""
                        insert into issue (id, survivor_id, customer_id, reference, title, state, contacts, opened_by,
                            opened_at, last_contact_at, resolution, resolved_by_id, resolved_by_name, resolved_at,
                            closed_at)
                        select id, id, "customerId", reference, title, state, 1, "openedBy", "openedAt", "openedAt",
                            resolution, "byId", "byName", "resolvedAt", "closedAt"
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid, "customerId" uuid, reference text,
                            title text, state text, "openedBy" uuid, "openedAt" timestamptz, resolution text,
                            "byId" text, "byName" text, "resolvedAt" timestamptz, "closedAt" timestamptz)
                        """, sql.json(rows)).replaceWithVoid();
    }
}
