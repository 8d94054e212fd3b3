/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.timeline.Author;
import fi.saumaton.kit.sql.Sql;

/** Which contacts an issue has, and why each is there. */
@ApplicationScoped
class PlacingRepository {
    private final Sql sql;

    PlacingRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * A contact with the rule's decision.
     *
     * @param follows whether it goes wherever the conversation's contact before it is
     * @param returned whether the customer came back with a resolved issue
     */
    record Placed(
            UUID id,
            UUID conversationId,
            long turn,
            UUID issueId,
            boolean follows,
            boolean returned,
            String ground,
            String kind,
            String value,
            Collection<String> numbers,
            Collection<String> words,
            Instant beganAt,
            Instant placedAt) {}

    /** @param placed at most one row per contact */
    Uni<Void> insert(List<Placed> placed) {
        return placed.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                                with placed as (
                                    select * from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid,
                                        "conversationId" uuid, turn bigint, "issueId" uuid, follows boolean,
                                        returned boolean, ground text, kind text, value text, numbers text[],
                                        words text[], "beganAt" timestamptz, "placedAt" timestamptz)),
                                turns as (
                                    insert into contact_turn (conversation_id, turn, issue_id, began_at, returned,
                                        numbers, words)
                                    select "conversationId", turn, "issueId", "beganAt", returned, numbers, words
                                    from placed
                                    on conflict (conversation_id, turn) do update set issue_id = excluded.issue_id,
                                        returned = excluded.returned, numbers = excluded.numbers,
                                        words = excluded.words)
                                insert into placement (id, conversation_id, turn, issue_id, ground, kind, value, made_at)
                                select id, "conversationId", turn, case when not follows then "issueId" end, ground,
                                    kind, value, "placedAt"
                                from placed
                                """, sql.json(placed)).replaceWithVoid();
    }

    /** What the contacts of closed issues spoke of serves nothing any more. */
    Uni<Integer> forgetTopics() {
        return sql.update("""
                update contact_turn t set numbers = '{}', words = '{}'
                from issue own
                join issue i on i.id = own.survivor_id
                where own.id = t.issue_id and i.state = 'closed' and (t.words <> '{}' or t.numbers <> '{}')
                """);
    }

    /** The contacts of an issue, newest first. */
    Uni<List<IssueContact.Row>> contacts(UUID issueId, Instant before, UUID beforeId, int limit) {
        return sql.rows("""
                        select t.conversation_id, t.turn, k.reference, k.channel, k.channel_kind, t.began_at, t.returned,
                            p.ground, p.kind, p.value, p.made_at, d.id, d.reason, d.made_by_id, d.made_by_name, d.made_at
                        from contact_turn t
                        join contact k on k.conversation_id = t.conversation_id
                        join lateral (
                            select * from placement p
                            where p.conversation_id = t.conversation_id and p.turn = t.turn
                            order by p.id desc limit 1) p on true
                        left join lateral (
                            select d.* from issue_decision d
                            join issue target on target.id = d.to_issue_id
                            join customer owner on owner.id = target.customer_id
                            join customer c on c.id = k.customer_id and c.survivor_id = owner.survivor_id
                            where d.conversation_id = t.conversation_id and d.turn = t.turn and d.kind <> 'join'
                              and d.undone_at is null
                            order by d.id desc limit 1) d on true
                        where t.issue_id in (select id from issue where survivor_id = ?1) and (t.began_at, t.conversation_id) < (?2, ?3)
                        order by t.began_at desc, t.conversation_id desc
                        limit ?4
                        """, issueId, before, beforeId, limit)
                .map(rows -> rows.stream().map(PlacingRepository::contact).toList());
    }

    private static IssueContact.Row contact(Object[] row) {
        return new IssueContact.Row(
                (UUID) row[0],
                (Long) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (Instant) row[5],
                (Boolean) row[6],
                new Because(Ground.of((String) row[7]), (String) row[8], (String) row[9]),
                (Instant) row[10],
                row[11] == null
                        ? null
                        : new IssueContact.Moved(
                                (UUID) row[11],
                                (String) row[12],
                                Author.agent((String) row[13], (String) row[14]),
                                (Instant) row[15]));
    }
}
