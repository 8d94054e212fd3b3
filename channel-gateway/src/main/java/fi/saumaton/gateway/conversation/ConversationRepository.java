/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.kit.sql.Sql;

/** The table {@code conversation}: read and written as rows, whatever their number, each with one statement. */
@ApplicationScoped
public class ConversationRepository {
    private static final String COLUMNS = """
            id, organisation, reference, channel, channel_kind, handle_kind, handle_value, thread_key, subject, language, sender,
            state, first_message_id, last_number, opened_at, last_message_at, reply_due_since, closed_at, owner_id, owner_name,
            assignment_number, offer_id, offered_to, customer, issue, identified_version, identified_at, version
            """;

    private static final String INSERT = "insert into conversation (" + COLUMNS + ") select " + COLUMNS
            + " from jsonb_populate_recordset(null::conversation, cast(?1 as jsonb)) on conflict do nothing";

    private static final String UPDATE = """
            update conversation c
            set sender = r.sender, state = r.state, last_number = r.last_number, last_message_at = r.last_message_at,
                reply_due_since = r.reply_due_since, closed_at = r.closed_at, owner_id = r.owner_id, owner_name = r.owner_name,
                assignment_number = r.assignment_number, offer_id = r.offer_id, offered_to = r.offered_to, customer = r.customer, issue = r.issue,
                identified_version = r.identified_version, identified_at = r.identified_at, version = r.version
            from jsonb_populate_recordset(null::conversation, cast(?1 as jsonb)) r
            where c.id = r.id
            """;

    /** In the order that {@link Inbound} promises; an open thread before a closed one, so that one is never open twice. */
    private static final String MATCH = """
            with wanted as (
                select * from jsonb_to_recordset(cast(?1 as jsonb)) as r(
                    place int, channel text, provider_id text, kind text, value text, thread_key text, reference text, answers text[])
            )
            select w.place, exists (select from message m where m.channel = w.channel and m.provider_id = w.provider_id), found.id
            from wanted w
            left join lateral (
                select c.id
                from conversation c
                cross join lateral (
                    select exists (
                        select from message m
                        where m.channel = c.channel and m.provider_id = any(w.answers) and m.conversation_id = c.id) as answered
                ) a
                where c.handle_value = w.value and c.channel = w.channel and c.handle_kind = w.kind
                  and (c.state = 'open' or c.closed_at > ?2)
                  and (a.answered or c.reference = w.reference or c.thread_key = w.thread_key)
                order by c.state = 'open' desc, a.answered desc, coalesce(c.reference = w.reference, false) desc, c.id desc
                limit 1
            ) found on true
            """;

    private static final String CLAIMS = """
            select w.place, c.kind, c.value
            from jsonb_to_recordset(cast(?1 as jsonb)) as w(place int, channel text, kind text, value text)
            join claim c on c.channel = w.channel and c.handle_kind = w.kind and c.handle_value = w.value
            """;

    private final Sql sql;
    private final RowJson json;

    ConversationRepository(Sql sql, RowJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** What a message is looked for by; {@code place} is its place in the batch. */
    @RegisterForReflection
    private record Wanted(
            int place,
            String channel,
            String providerId,
            String kind,
            String value,
            String threadKey,
            String reference,
            List<String> answers) {}

    /** What is there already: the message itself, or a conversation that it goes on with (null for none). */
    record Match(boolean duplicate, UUID conversationId) {}

    /** One match per message, in their order. Conversations closed before {@code reopenableSince} are left alone. */
    Uni<Match[]> match(List<Inbound> messages, Instant reopenableSince) {
        return sql.rows(MATCH, json.write(wanted(messages)), reopenableSince).map(rows -> {
            var matches = new Match[messages.size()];
            rows.forEach(row -> matches[(Integer) row[0]] = new Match((Boolean) row[1], (UUID) row[2]));
            return matches;
        });
    }

    /** Addresses that the messages' handles have named before, by place. */
    Uni<Map<Integer, List<Handle>>> claims(List<Inbound> messages) {
        return sql.rows(CLAIMS, json.write(wanted(messages))).map(rows -> {
            var claims = new LinkedHashMap<Integer, List<Handle>>();
            for (var row : rows) {
                claims.computeIfAbsent((Integer) row[0], place -> new ArrayList<>())
                        .add(Handle.claimed((String) row[1], (String) row[2]));
            }
            return claims;
        });
    }

    Uni<Integer> rememberClaim(String channel, Handle of, Handle claimed, Instant at) {
        return sql.update("""
                insert into claim (channel, handle_kind, handle_value, kind, value, made_at) values (?1, ?2, ?3, ?4, ?5, ?6)
                on conflict do nothing
                """, channel, of.kind(), of.value(), claimed.kind(), claimed.value(), at);
    }

    /** Locks the rows, in the order of their ids so that nobody waits crosswise, and reads their newest state. */
    public Uni<Map<UUID, Conversation>> lock(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return sql.rows(
                        "select cast(to_jsonb(c) as text) from conversation c where id = any(?1) order by id for update",
                        (Object) ids.toArray(UUID[]::new))
                .map(this::byId);
    }

    /** Without a lock; null when there is none. */
    public Uni<Conversation> find(UUID id) {
        return sql.rows("select cast(to_jsonb(c) as text) from conversation c where id = ?1", id)
                .map(rows -> rows.isEmpty() ? null : read(rows.getFirst()));
    }

    /** The customer's latest in a channel; null when they have none. */
    public Uni<Conversation> latest(String channel, Handle handle) {
        return sql.rows("""
                        select cast(to_jsonb(c) as text) from conversation c
                        where channel = ?1 and handle_kind = ?2 and handle_value = ?3 order by id desc limit 1
                        """, channel, handle.kind(), handle.value())
                .map(rows -> rows.isEmpty() ? null : read(rows.getFirst()));
    }

    /** Conversations of an issue. */
    public Uni<List<UUID>> ofIssue(Collection<UUID> issueIds) {
        return sql.rows(
                        "select id from conversation where issue is not null and issue ->> 'issue_id' = any(?1)",
                        (Object) issueIds.stream().map(UUID::toString).toArray(String[]::new))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
    }

    /** Newest first. {@code owner}: an agent's id, empty for nobody's, null for everybody's; {@code before}: null for the first page. */
    Uni<List<Conversation>> list(String state, String owner, UUID before, int limit) {
        return sql.rows("""
                        select cast(to_jsonb(c) as text) from conversation c
                        where state = ?1 and (cast(?2 as text) is null or coalesce(owner_id, '') = ?2)
                          and (cast(?3 as uuid) is null or id < ?3)
                        order by id desc limit ?4
                        """, state, owner, before, limit)
                .map(rows -> rows.stream().map(this::read).toList());
    }

    Uni<Integer> insert(List<Conversation> conversations) {
        return sql.update(INSERT, json.write(conversations));
    }

    Uni<Integer> update(List<Conversation> conversations) {
        return sql.update(UPDATE, json.write(conversations));
    }

    private List<Wanted> wanted(List<Inbound> messages) {
        return IntStream.range(0, messages.size())
                .mapToObj(place -> wanted(place, messages.get(place)))
                .toList();
    }

    private static Wanted wanted(int place, Inbound message) {
        return new Wanted(
                place,
                message.channel(),
                message.providerMessageId(),
                message.from().kind(),
                message.from().value(),
                message.threadKey(),
                message.reference(),
                message.answers());
    }

    private Map<UUID, Conversation> byId(List<Object[]> rows) {
        var conversations = new LinkedHashMap<UUID, Conversation>();
        for (var row : rows) {
            var conversation = read(row);
            conversations.put(conversation.id(), conversation);
        }
        return conversations;
    }

    private Conversation read(Object[] row) {
        return json.read(row[0], Conversation.class);
    }
}
