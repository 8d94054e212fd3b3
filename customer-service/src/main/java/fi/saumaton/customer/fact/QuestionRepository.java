/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** What we asked for, one statement for a whole batch. */
@ApplicationScoped
class QuestionRepository {
    private final Sql sql;

    QuestionRepository(Sql sql) {
        this.sql = sql;
    }

    /** A customer's message that may be the answer to a question. */
    record Answer(UUID messageId, UUID conversationId, Instant at) {}

    Uni<Void> add(Collection<Question> questions) {
        return sql.update("""
                        insert into question (message_id, kind, conversation_id, customer_id, author_type, author_id,
                            asked, known_since, known_source, asked_at)
                        select "messageId", kind, "conversationId", "customerId", "authorType", "authorId", asked,
                            "knownSince", "knownSource", "askedAt"
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r("messageId" uuid, kind text,
                            "conversationId" uuid, "customerId" uuid, "authorType" text, "authorId" text,
                            asked boolean, "knownSince" timestamptz, "knownSource" uuid, "askedAt" timestamptz)
                        on conflict do nothing
                        """, sql.json(questions)).replaceWithVoid();
    }

    /** What our last message before each of the answers spoke of. */
    Uni<Map<UUID, List<String>>> before(Collection<Answer> answers) {
        return sql.rows("""
                        select a."messageId", last.kinds
                        from jsonb_to_recordset(cast(?1 as jsonb))
                            as a("messageId" uuid, "conversationId" uuid, at timestamptz)
                        cross join lateral (
                            select string_agg(q.kind, ',') as kinds from question q
                            where q.conversation_id = a."conversationId" and q.asked_at <= a.at
                            group by q.message_id, q.asked_at
                            order by q.asked_at desc limit 1) last
                        """, sql.json(answers)).map(rows -> {
            Map<UUID, List<String>> kinds = new HashMap<>();
            rows.forEach(row -> kinds.put((UUID) row[0], Arrays.asList(((String) row[1]).split(","))));
            return kinds;
        });
    }

    /** Contacts that began in a time, and those in which something known was asked for. */
    Uni<long[]> contacts(Instant from, Instant to) {
        return sql.rows("""
                        select count(*), count(*) filter (where exists (
                            select from question q
                            where q.conversation_id = k.conversation_id and q.known_since is not null
                                and q.asked_at >= k.began_at))
                        from contact k where k.began_at >= ?1 and k.began_at < ?2
                        """, from, to).map(rows -> new long[] {(Long) rows.getFirst()[0], (Long) rows.getFirst()[1]});
    }

    Uni<List<NoRepeatSummary.Kind>> kinds(Instant from, Instant to) {
        return sql.rows("""
                        select kind, count(*) from question
                        where known_since is not null and asked_at >= ?1 and asked_at < ?2
                        group by kind order by count(*) desc, kind
                        """, from, to)
                .map(rows -> rows.stream()
                        .map(row -> new NoRepeatSummary.Kind((String) row[0], (Long) row[1]))
                        .toList());
    }
}
