/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.fact.FactService;
import fi.saumaton.customer.fact.KnownFact;
import fi.saumaton.customer.fact.text.Yaml;
import fi.saumaton.customer.issue.IssueService;
import fi.saumaton.customer.issue.IssueView;
import fi.saumaton.customer.timeline.TimelineEntry;
import fi.saumaton.customer.timeline.TimelineFilter;
import fi.saumaton.customer.timeline.TimelineService;
import fi.saumaton.kit.sql.Sql;

/** Reads pictures, inside the caller's session. */
@ApplicationScoped
public class PictureService {
    private static final int ENTRIES = 200;
    private static final int PURCHASES = 50;

    private static final String WHO = """
            select s.id, s.stage, s.language, s.created_at, exists (
                select from customer member
                join handle h on h.customer_id = member.id and h.kind <> 'visitor' and h.ended_at is null
                join link l on l.handle_id = h.id and l.revoked_at is null and l.refused is null
                where member.survivor_id = s.id)
            from customer c join customer s on s.id = c.survivor_id
            where c.id = ?1
            """;

    private final Sql sql;
    private final TimelineService timeline;
    private final FactService facts;
    private final IssueService issues;
    private final PictureRule rule;
    private final Clock clock;

    PictureService(Sql sql, TimelineService timeline, FactService facts, IssueService issues, Clock clock) {
        this.sql = sql;
        this.timeline = timeline;
        this.facts = facts;
        this.issues = issues;
        this.rule = new PictureRule(words());
        this.clock = clock;
    }

    /** What a picture is made of, and a glance too; newest first. */
    public record Read(
            UUID customerId,
            List<TimelineEntry> timeline,
            List<TimelineEntry> purchases,
            List<KnownFact> facts,
            List<IssueView> issues) {}

    /** @return null when there is no such customer */
    public Uni<Picture> of(UUID customerId) {
        return sql.rows(WHO, customerId)
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().nullItem() : look(rows.getFirst()));
    }

    private Uni<Picture> look(Object[] who) {
        var id = (UUID) who[0];
        var customer = new Picture.Who((String) who[1], (String) who[2], (Boolean) who[4], (Instant) who[3]);
        return read(id).map(read -> of(customer, read));
    }

    /**
     * One after the other: a session takes one question at a time.
     *
     * @param customerId a surviving customer
     */
    public Uni<Read> read(UUID customerId) {
        return timeline.page(customerId, TimelineFilter.ALL, ENTRIES, null)
                .chain(page -> timeline.purchases(customerId, PURCHASES)
                        .chain(purchases -> facts.glance(customerId)
                                .chain(known -> issues.open(customerId)
                                        .map(open -> new Read(customerId, page.items(), purchases, known, open)))));
    }

    /** The picture made of what was read already. */
    public Picture of(Picture.Who who, Read read) {
        return rule.of(who, read, clock.instant());
    }

    static Map<String, Map<String, String>> words() {
        return Yaml.resource("/picture/mood.yaml").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> strings((Map<?, ?>) entry.getValue())));
    }

    private static Map<String, String> strings(Map<?, ?> map) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().toString()));
    }
}
