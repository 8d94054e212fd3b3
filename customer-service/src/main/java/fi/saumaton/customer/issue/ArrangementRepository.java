/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.timeline.Author;
import fi.saumaton.kit.sql.Sql;

/** People's decisions about contacts and issues, and what follows from them. */
@ApplicationScoped
class ArrangementRepository {
    private static final String DECISION = """
            d.id, d.kind, d.from_issue_id, d.to_issue_id, d.conversation_id, d.turn, d.reason, d.made_by_id,
            d.made_by_name, d.made_at, d.undone_reason, d.undone_by_id, d.undone_by_name, d.undone_at
            """;

    private final Sql sql;

    ArrangementRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * An issue as decisions see it.
     *
     * @param customerId the customer it is recorded under
     * @param owner the surviving customer
     * @param survivorId the issue it counts to
     * @param state version and title, of the survivor
     */
    record Standing(
            UUID id, UUID customerId, UUID owner, UUID survivorId, IssueState state, int version, String title) {}

    /** A conversation's contact. */
    record Turn(
            long turn,
            UUID issueId,
            UUID survivorId,
            Instant beganAt,
            UUID customerId,
            String channel,
            String channelKind) {}

    /** An issue as it is counted. */
    record Count(UUID issueId, UUID survivorId, int contacts, boolean returned) {}

    Uni<Standing> standing(UUID issueId) {
        return sql.rows("""
                        select i.id, i.customer_id, c.survivor_id, i.survivor_id, s.state, s.version, s.title
                        from issue i
                        join issue s on s.id = i.survivor_id
                        join customer c on c.id = i.customer_id
                        where i.id = ?1
                        """, issueId).map(rows -> rows.isEmpty() ? null : standing(rows.getFirst()));
    }

    private static Standing standing(Object[] row) {
        return new Standing(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (UUID) row[3],
                IssueState.of((String) row[4]),
                (Integer) row[5],
                (String) row[6]);
    }

    /** A conversation's contacts, the last first. */
    Uni<List<Turn>> turns(UUID conversationId) {
        return sql.rows("""
                        select t.turn, t.issue_id, i.survivor_id, t.began_at, k.customer_id, k.channel, k.channel_kind
                        from contact_turn t
                        join issue i on i.id = t.issue_id
                        join contact k on k.conversation_id = t.conversation_id
                        where t.conversation_id = ?1
                        order by t.turn desc
                        """, conversationId)
                .map(rows -> rows.stream()
                        .map(row -> new Turn(
                                (Long) row[0],
                                (UUID) row[1],
                                (UUID) row[2],
                                (Instant) row[3],
                                (UUID) row[4],
                                (String) row[5],
                                (String) row[6]))
                        .toList());
    }

    Uni<Void> insert(IssueDecision decision) {
        return sql.update("""
                        insert into issue_decision (id, kind, from_issue_id, to_issue_id, conversation_id, turn, reason,
                            made_by_id, made_by_name, made_at)
                        select r."decisionId", r.kind, r."fromIssueId", r."toIssueId", r."conversationId", r.turn,
                            r.reason, r.by ->> 'id', r.by ->> 'name', r.at
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r("decisionId" uuid, kind text,
                            "fromIssueId" uuid, "toIssueId" uuid, "conversationId" uuid, turn bigint, reason text,
                            by jsonb, at timestamptz)
                        """, sql.json(List.of(decision))).replaceWithVoid();
    }

    /** Locked; null when there is none. */
    Uni<IssueDecision> decision(UUID decisionId) {
        return sql.rows("select " + DECISION + " from issue_decision d where d.id = ?1 for update", decisionId)
                .map(rows -> rows.isEmpty() ? null : IssueDecision.from(rows.getFirst()));
    }

    /** About an issue and those that count to it, newest first. */
    Uni<List<IssueDecision>> decisions(UUID survivorId, UUID before, int limit) {
        return sql.rows("select " + DECISION + """
                        from issue_decision d
                        where d.id < ?2 and (d.from_issue_id in (select id from issue where survivor_id = ?1)
                            or d.to_issue_id in (select id from issue where survivor_id = ?1))
                        order by d.id desc limit ?3
                        """, survivorId, before, limit)
                .map(rows -> rows.stream().map(IssueDecision::from).toList());
    }

    Uni<Void> undo(UUID decisionId, String reason, Author by, Instant now) {
        return sql.update("""
                        update issue_decision
                        set undone_reason = ?2, undone_by_id = ?3, undone_by_name = ?4, undone_at = ?5
                        where id = ?1
                        """, decisionId, reason, by.id(), by.name(), now).replaceWithVoid();
    }

    /** What the rules said of a conversation's contacts. */
    Uni<List<ArrangementRule.Placing>> placings(UUID conversationId) {
        return sql.rows("""
                        select distinct on (turn) turn, issue_id from placement
                        where conversation_id = ?1 order by turn, id desc
                        """, conversationId)
                .map(rows -> rows.stream()
                        .map(row -> new ArrangementRule.Placing((Long) row[0], (UUID) row[1]))
                        .toList());
    }

    /** They count only while the contact and the issue it was put to are one customer's. */
    Uni<List<ArrangementRule.Moved>> moves(UUID conversationId) {
        return sql.rows("""
                        select d.id, d.turn, d.to_issue_id
                        from issue_decision d
                        join contact k on k.conversation_id = d.conversation_id
                        join customer c on c.id = k.customer_id
                        join issue target on target.id = d.to_issue_id
                        join customer owner on owner.id = target.customer_id and owner.survivor_id = c.survivor_id
                        where d.conversation_id = ?1 and d.kind <> 'join' and d.undone_at is null
                        """, conversationId)
                .map(rows -> rows.stream()
                        .map(row -> new ArrangementRule.Moved((UUID) row[0], (Long) row[1], (UUID) row[2]))
                        .toList());
    }

    /** Puts a conversation's contacts where they belong; the conversation itself is about what its last one is about. */
    Uni<Void> place(UUID conversationId, Map<Long, UUID> places) {
        var rows = places.entrySet().stream()
                .map(place -> Map.of("turn", place.getKey(), "issueId", place.getValue()))
                .toList();
        return sql.update("""
                        update contact_turn t set issue_id = r."issueId"
                        from jsonb_to_recordset(cast(?2 as jsonb)) as r(turn bigint, "issueId" uuid)
                        where t.conversation_id = ?1 and t.turn = r.turn and t.issue_id <> r."issueId"
                        """, conversationId, sql.json(rows))
                .chain(() -> sql.update("""
                        update contact k set issue_id = t.issue_id, continued = i.opened_by <> k.conversation_id
                        from contact_turn t
                        join issue i on i.id = t.issue_id
                        where k.conversation_id = ?1 and t.conversation_id = k.conversation_id and t.turn = k.version
                            and k.issue_id <> t.issue_id
                        """, conversationId))
                .replaceWithVoid();
    }

    /** All issues of a surviving customer. */
    Uni<List<UUID>> issues(UUID owner) {
        return sql.rows("""
                        select i.id from customer member join issue i on i.customer_id = member.id
                        where member.survivor_id = ?1 order by i.id
                        for no key update of i
                        """, owner)
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
    }

    Uni<List<ArrangementRule.Joined>> joins(Collection<UUID> issues) {
        return sql.rows("""
                        select from_issue_id, to_issue_id from issue_decision
                        where kind = 'join' and undone_at is null and from_issue_id = any(?1)
                        """, (Object) issues.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .map(row -> new ArrangementRule.Joined((UUID) row[0], (UUID) row[1]))
                        .toList());
    }

    /** @return those that count to another issue than before */
    Uni<List<UUID>> survive(Map<UUID, UUID> survivors) {
        var rows = survivors.entrySet().stream()
                .map(survivor -> Map.of("id", survivor.getKey(), "survivorId", survivor.getValue()))
                .toList();
        return sql.rows("""
                        update issue i set survivor_id = r."survivorId", version = i.version + 1
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid, "survivorId" uuid)
                        where i.id = r.id and i.survivor_id <> r."survivorId"
                        returning i.id
                        """, sql.json(rows))
                .map(changed -> changed.stream().map(row -> (UUID) row[0]).toList());
    }

    /** Counts the contacts of these issues anew, and of those that they count to; answers all of them as they count now. */
    Uni<List<Count>> count(Collection<UUID> issues) {
        var ids = (Object) issues.toArray(UUID[]::new);
        return sql.update("""
                        update issue i set contacts = c.contacts, returned = c.returned,
                            last_contact_at = coalesce(c.last, i.last_contact_at), version = i.version + 1
                        from (select s.id, count(t.turn) as contacts, coalesce(bool_or(t.returned), false) as returned,
                                  max(t.began_at) as last
                              from issue s
                              join issue member on member.survivor_id = s.id
                              left join contact_turn t on t.issue_id = member.id
                              where s.id in (select survivor_id from issue where id = any(?1))
                              group by s.id) c
                        where i.id = c.id
                        """, ids)
                .chain(() -> sql.rows("""
                        select id, survivor_id, contacts, returned from issue
                        where id = any(?1) or id in (select survivor_id from issue where id = any(?1))
                        order by id
                        """, ids))
                .map(rows -> rows.stream()
                        .map(row -> new Count((UUID) row[0], (UUID) row[1], (Integer) row[2], (Boolean) row[3]))
                        .toList());
    }

    /** The same of an issue with those that count to it. */
    Uni<List<UUID>> conversations(UUID survivorId, int limit) {
        return sql.rows("""
                        select conversation_id from contact
                        where issue_id in (select id from issue where survivor_id = ?1)
                        order by began_at desc limit ?2
                        """, survivorId, limit)
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
    }

    /** The conversations that are about these issues now, those that began last first. */
    Uni<List<UUID>> conversations(Collection<UUID> issues, int limit) {
        return sql.rows("""
                        select conversation_id from contact where issue_id = any(?1)
                        order by began_at desc limit ?2
                        """, issues.toArray(UUID[]::new), limit)
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
    }
}
