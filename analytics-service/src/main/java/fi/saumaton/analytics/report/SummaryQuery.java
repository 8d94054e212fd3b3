/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.metric.Interval;
import fi.saumaton.analytics.metric.Summary;
import fi.saumaton.analytics.metric.Waiting;
import fi.saumaton.kit.sql.Sql;

/** The figures of an interval from the facts, by the definitions in {@code metric}, said in SQL. */
@ApplicationScoped
class SummaryQuery {

    private static final String CONTACTS = """
            with seen as (
                select channel_kind, customer_id, started_at,
                    case when answered_at <= ?3 then answered_at end as answered,
                    case when settled_at <= ?3 then settled_at end as settled,
                    case when assigned_at <= ?3 then assigned_at end as assigned
                from contact_fact
                where started_at >= ?1 and started_at < ?2 and started_at <= ?3 and not automatic),
            timed as (
                select channel_kind, customer_id, answered, settled,
                    cast(floor(extract(epoch from coalesce(least(answered, settled), ?3) - started_at) * 1000) as bigint) as waited,
                    cast(floor(extract(epoch from coalesce(least(assigned, answered, settled), ?3) - started_at) * 1000) as bigint)
                        as unassigned
                from seen)
            select channel_kind, count(*),
                count(*) filter (where answered is not null and (settled is null or answered <= settled)),
                count(*) filter (where settled is not null and (answered is null or settled < answered)),
                count(distinct customer_id),
                cast(sum(waited) as bigint), percentile_disc(0.5) within group (order by waited),
                percentile_disc(0.9) within group (order by waited), max(waited),
                cast(sum(unassigned) as bigint), percentile_disc(0.5) within group (order by unassigned),
                percentile_disc(0.9) within group (order by unassigned), max(unassigned)
            from timed group by grouping sets ((channel_kind), ())
            """;

    private static final String ISSUES = """
            select (select count(*) from issue_fact where opened_at >= ?1 and opened_at < ?2 and opened_at <= ?3),
                count(distinct issue_id), count(distinct issue_id) filter (where first_contact)
            from resolution_fact
            where resolved_at >= ?1 and resolved_at < ?2 and resolved_at <= ?3 and (undone_at is null or undone_at > ?3)
            """;

    private static final String MESSAGES = """
            select count(*) filter (where not sent and not automatic), count(*) filter (where not sent and automatic),
                count(*) filter (where sent)
            from message_fact where at >= ?1 and at < ?2 and at <= ?3
            """;

    private static final String OFFERS = """
            select count(*), count(*) filter (where outcome = 'accepted'), count(*) filter (where outcome = 'declined'),
                count(*) filter (where outcome = 'timed-out'), count(*) filter (where outcome = 'rescinded'),
                count(*) filter (where outcome is null)
            from (select case when ended_at <= ?3 then outcome end as outcome
                  from offer_fact where made_at >= ?1 and made_at < ?2 and made_at <= ?3) as made
            """;

    private final Sql sql;

    SummaryQuery(Sql sql) {
        this.sql = sql;
    }

    Uni<Summary> summary(Interval interval) {
        return rows(CONTACTS, interval)
                .chain(contacts -> row(ISSUES, interval)
                        .chain(issues -> row(MESSAGES, interval)
                                .chain(messages -> row(OFFERS, interval)
                                        .map(offers -> summary(contacts, issues, messages, offers)))));
    }

    private Uni<List<Object[]>> rows(String query, Interval interval) {
        return sql.rows(query, interval.from(), interval.to(), interval.asOf());
    }

    private Uni<Object[]> row(String query, Interval interval) {
        return rows(query, interval).map(List::getFirst);
    }

    private static Summary summary(List<Object[]> contacts, Object[] issues, Object[] messages, Object[] offers) {
        Object[] all =
                contacts.stream().filter(row -> row[0] == null).findFirst().orElseThrow();
        Map<String, Long> byChannel = new TreeMap<>();
        Map<String, Waiting> waiting = new TreeMap<>();
        Map<String, Waiting> assignment = new TreeMap<>();
        contacts.stream().filter(row -> row[0] != null).forEach(row -> {
            byChannel.put((String) row[0], (Long) row[1]);
            waiting.put((String) row[0], times(row, 5));
            assignment.put((String) row[0], times(row, 9));
        });
        return new Summary(
                contacts(all, byChannel),
                new Summary.Times(times(all, 5), waiting),
                new Summary.Times(times(all, 9), assignment),
                (long) all[4],
                new Summary.Issues((long) issues[0], (long) issues[1], (long) issues[2]),
                new Summary.Messages((long) messages[0], (long) messages[1], (long) messages[2]),
                new Summary.Offers(
                        (long) offers[0], (long) offers[1], (long) offers[2], (long) offers[3], (long) offers[4], (long)
                                offers[5]));
    }

    private static Summary.Contacts contacts(Object[] all, Map<String, Long> byChannel) {
        long total = (long) all[1];
        long answered = (long) all[2];
        long settled = (long) all[3];
        return new Summary.Contacts(total, byChannel, answered, total - answered - settled, settled);
    }

    private static Waiting times(Object[] row, int first) {
        long count = (long) row[1];
        return count == 0
                ? Waiting.ofMillis(0, 0, 0, 0, 0)
                : Waiting.ofMillis(
                        count, (long) row[first], (long) row[first + 1], (long) row[first + 2], (long) row[first + 3]);
    }
}
