/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.contact.IdentifiedEvent.RecentContact;
import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.identity.StatedHandle;
import fi.saumaton.kit.sql.Sql;

/** The situation of contacts, in one read for a whole batch of them. */
@ApplicationScoped
class SituationRepository {
    /**
     * A claim of what the sender has proven by now is none; a hostile list of claims is cut. A conversation without an
     * issue, in which only machines wrote, has no situation and is no contact. The rules' reason is none where a person
     * put the contact.
     */
    private static final String SITUATION = """
            select k.conversation_id, s.id, k.version, k.channel, k.channel_kind, k.verified,
                   case when k.verified then coalesce(s.display_name, k.display_name) else k.display_name end,
                   claims.list::text, claimed.id, claimed.display_name,
                   i.id, i.reference, i.title, i.state, i.opened_at, k.continued, i.contacts, i.returned,
                   i.waiting_for, i.owner_type, i.owner_id, i.owner_name, placed.ground, placed.kind, placed.value,
                   coalesce(k.language, s.language), s.stage, issues.number, recent.list::text,
                   agent.agent_id, agent.agent_name, agent.assigned_at, bought.number, bought.amount::text, k.began_at,
                   promised.list::text, promised.broken, promised.open
            from contact k
            join customer c on c.id = k.customer_id
            join customer s on s.id = c.survivor_id
            join issue own on own.id = k.issue_id
            join issue i on i.id = own.survivor_id
            cross join lateral (
                select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'value', value)), '[]') as list
                from (select m.kind, m.value from claim m
                      where m.conversation_id = k.conversation_id
                        and not (k.verified and exists (
                            select from handle h join customer o on o.id = h.customer_id
                            where h.kind = m.kind and h.value = m.value and h.ended_at is null and o.survivor_id = s.id))
                      order by m.made_at, m.kind, m.value limit 20) shown) claims
            left join lateral (
                select owner.id, owner.display_name
                from claim m
                join handle h on h.kind = m.kind and h.value = m.value and h.ended_at is null
                join customer o on o.id = h.customer_id
                join customer owner on owner.id = o.survivor_id
                where m.conversation_id = k.conversation_id and owner.id <> s.id
                order by m.made_at, m.kind, m.value limit 1) claimed on true
            cross join lateral (
                select count(*) as number
                from customer member join issue open on open.customer_id = member.id and open.state = 'open'
                    and open.survivor_id = open.id and open.contacts > 0
                where member.survivor_id = s.id) issues
            cross join lateral (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'conversationId', conversation_id, 'channel', channel, 'at', began_at)), '[]') as list
                from (select r.conversation_id, r.channel, r.began_at
                      from customer member join contact r on r.customer_id = member.id
                      where member.survivor_id = s.id and r.conversation_id <> k.conversation_id
                        and r.issue_id is not null
                      order by r.began_at desc limit 5) newest) recent
            left join lateral (
                select a.agent_id, a.agent_name, a.assigned_at
                from (select r.conversation_id
                      from customer member join contact r on r.customer_id = member.id
                      where member.survivor_id = s.id and r.issue_id is not null
                      order by r.began_at desc limit 50) newest
                join assignment a on a.conversation_id = newest.conversation_id
                order by a.assigned_at desc limit 1) agent on true
            left join lateral (
                select p.ground, p.kind, p.value from placement p
                where p.conversation_id = k.conversation_id and p.turn = k.version and not exists (
                    select from issue_decision d
                    where d.conversation_id = k.conversation_id and d.turn = k.version and d.kind <> 'join'
                      and d.undone_at is null and d.to_issue_id = k.issue_id)
                order by p.id desc limit 1) placed on true
            cross join lateral (
                select count(*) as number,
                       round(sum(case when jsonb_typeof(t.data -> 'amountCents') = 'number'
                               and t.data ->> 'currency' = ?3
                           then cast(t.data ->> 'amountCents' as numeric) end) / 100, 2) as amount
                from customer member join touchpoint t on t.customer_id = member.id and t.kind = 'purchase'
                where member.survivor_id = s.id and t.occurred_at > ?2) bought
            cross join lateral (
                select coalesce(jsonb_agg(jsonb_build_object(
                           'promiseId', id, 'kind', kind, 'state', state, 'windowFrom', window_from,
                           'windowUntil', window_until, 'ownerType', owner_type, 'ownerId', owner_id,
                           'ownerName', owner_name) order by window_until, id)
                           filter (where state <> 'broken' and place <= 20), '[]') as list,
                       count(*) filter (where state = 'broken') as broken,
                       count(*) filter (where state <> 'broken') as open
                from (select p.*, row_number() over (partition by p.state = 'broken' order by p.window_until, p.id) as place
                      from customer member join promise p on p.customer_id = member.id
                      where member.survivor_id = s.id and (p.state in ('open', 'due-soon', 'late')
                          or p.state = 'broken' and p.changed_at > ?4)) owed) promised
            where k.conversation_id = any(?1)
            """;

    /** Over which purchases a customer's value is reckoned. */
    private static final Duration PURCHASES = Duration.ofDays(365);

    /** How long a broken promise counts. */
    private static final Duration BROKEN_PROMISES = Duration.ofDays(30);

    private final Sql sql;
    private final ObjectMapper mapper;
    private final ContactConfig config;
    private final Clock clock;

    SituationRepository(Sql sql, ObjectMapper mapper, ContactConfig config, Clock clock) {
        this.sql = sql;
        this.mapper = mapper;
        this.config = config;
        this.clock = clock;
    }

    Uni<List<IdentifiedEvent>> read(Collection<UUID> conversations) {
        if (conversations.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var now = clock.instant();
        return sql.rows(
                        SITUATION,
                        conversations.toArray(UUID[]::new),
                        now.minus(PURCHASES),
                        config.currency(),
                        now.minus(BROKEN_PROMISES))
                .map(rows -> rows.stream().map(row -> identified(row, now)).toList());
    }

    private IdentifiedEvent identified(Object[] row, Instant now) {
        return new IdentifiedEvent(
                (UUID) row[1],
                (UUID) row[0],
                (Long) row[2],
                (String) row[3],
                (String) row[4],
                (Boolean) row[5],
                (String) row[6],
                claims((String) row[7]),
                (UUID) row[8],
                (String) row[9],
                issue(row),
                new IdentifiedEvent.Situation(
                        (String) row[25],
                        (String) row[26],
                        Math.toIntExact((Long) row[27]),
                        List.of(read((String) row[28], RecentContact[].class)),
                        (String) row[29],
                        (String) row[30],
                        (Instant) row[31],
                        Math.toIntExact((Long) row[32]),
                        row[33] == null ? null : new BigDecimal((String) row[33]),
                        Math.toIntExact((Long) row[37]),
                        Math.toIntExact((Long) row[36]),
                        List.of(read((String) row[35], IdentifiedEvent.OpenPromise[].class))),
                (Instant) row[34],
                now);
    }

    private static IdentifiedEvent.Issue issue(Object[] row) {
        return new IdentifiedEvent.Issue(
                (UUID) row[10],
                (String) row[11],
                (String) row[12],
                (String) row[13],
                (Instant) row[14],
                (Boolean) row[15],
                (Integer) row[16],
                (Boolean) row[17],
                (String) row[18],
                (String) row[19],
                (String) row[20],
                (String) row[21],
                row[22] == null
                        ? null
                        : new IdentifiedEvent.Because((String) row[22], (String) row[23], (String) row[24]));
    }

    private List<StatedHandle> claims(String json) {
        return List.of(read(json, Handle[].class)).stream()
                .map(StatedHandle::claim)
                .toList();
    }

    private <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's own JSON is unreadable", e);
        }
    }
}
