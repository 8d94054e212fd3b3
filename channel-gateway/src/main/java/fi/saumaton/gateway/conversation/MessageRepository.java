/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.kit.sql.Sql;

/** The table {@code message}. */
@ApplicationScoped
public class MessageRepository {
    private static final String COLUMNS = """
            id, conversation_id, number, direction, channel, provider_id, author_type, author_id, author_name, verified, text,
            full_text, html, attachments, automatic, kind, raw, content, in_reply_to, occurred_at, recorded_at, delivery_status, delivery_reason, delivery_code, delivery_changed_at
            """;

    private static final String INSERT = "insert into message (" + COLUMNS + ") select " + COLUMNS
            + " from jsonb_populate_recordset(null::message, cast(?1 as jsonb)) on conflict do nothing";

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Sql sql;
    private final RowJson json;

    MessageRepository(Sql sql, RowJson json) {
        this.sql = sql;
        this.json = json;
    }

    Uni<Integer> insert(List<Message> messages) {
        return sql.update(INSERT, json.write(messages));
    }

    /** Null when there is none. */
    public Uni<Message> find(UUID id) {
        return sql.rows("select cast(to_jsonb(m) as text) from message m where id = ?1", id)
                .map(rows -> rows.isEmpty() ? null : read(rows.getFirst()));
    }

    /** In order, from after a number on. */
    Uni<List<Message>> list(UUID conversationId, int after, int limit) {
        return sql.rows("""
                        select cast(to_jsonb(m) as text) from message m
                        where conversation_id = ?1 and number > ?2 order by number limit ?3
                        """, conversationId, after, limit)
                .map(rows -> rows.stream().map(this::read).toList());
    }

    /** The last messages of each conversation, in order. */
    public Uni<Map<UUID, List<Message>>> latest(Collection<UUID> conversationIds, int limit) {
        if (conversationIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return sql.rows("""
                        select cast(to_jsonb(m) as text)
                        from unnest(cast(?1 as uuid[])) as wanted(id)
                        cross join lateral (
                            select * from message where conversation_id = wanted.id order by number desc limit ?2) m
                        order by m.conversation_id, m.number
                        """, conversationIds.toArray(UUID[]::new), limit)
                .map(rows -> rows.stream().map(this::read).collect(Collectors.groupingBy(Message::conversationId)));
    }

    /** The customer's last message before a number, one that somebody wrote if there is any; null when there is none. */
    public Uni<Message> lastReceived(UUID conversationId, int before) {
        return sql.rows("""
                        select cast(to_jsonb(m) as text) from message m
                        where conversation_id = ?1 and direction = 'in' and number < ?2
                        order by automatic, number desc limit 1
                        """, conversationId, before).map(rows -> rows.isEmpty() ? null : read(rows.getFirst()));
    }

    /** Provider's ids of a conversation's messages before a number, oldest first: what a mail refers to. */
    public Uni<List<String>> providerIds(UUID conversationId, int before) {
        return sql.rows(
                        "select provider_id from message where conversation_id = ?1 and number < ?2 order by number",
                        conversationId,
                        before)
                .map(rows -> rows.stream().map(row -> (String) row[0]).toList());
    }

    /** Our messages by the provider's ids, or by their own where the provider gave that back, within one channel. */
    public Uni<Map<String, Message>> sentAs(String channel, Collection<String> providerIds) {
        return sql.rows("""
                        select cast(to_jsonb(m) as text) from message m
                        where channel = ?1 and (provider_id = any(?2) or id = any(?3)) and direction = 'out'
                        """, channel, providerIds.toArray(String[]::new), ownIds(providerIds))
                .map(rows -> {
                    var messages = new HashMap<String, Message>();
                    rows.stream().map(this::read).forEach(message -> {
                        messages.put(message.providerId(), message);
                        messages.put(message.id().toString(), message);
                    });
                    return messages;
                });
    }

    private static UUID[] ownIds(Collection<String> ids) {
        return ids.stream()
                .filter(id -> UUID_FORM.matcher(id).matches())
                .map(UUID::fromString)
                .toArray(UUID[]::new);
    }

    /** Ids of our latest messages to somebody that have gone out, up to a time, and could still become more than sent. */
    public Uni<List<UUID>> sentUpTo(String channel, Handle to, Instant upTo) {
        return sql.rows("""
                        select m.id from message m join conversation c on c.id = m.conversation_id
                        where c.channel = ?1 and c.handle_kind = ?2 and c.handle_value = ?3 and m.direction = 'out'
                          and m.recorded_at <= ?4 and m.delivery_status in ('sent', 'uncertain', 'delivered')
                        order by m.recorded_at desc limit 200
                        """, channel, to.kind(), to.value(), upTo)
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
    }

    /** A new state of one of our messages. {@code providerId}: null when it stays. */
    @RegisterForReflection
    record Delivery(UUID id, String status, String reason, String code, String providerId, Instant changedAt) {}

    Uni<Integer> setDeliveries(List<Delivery> deliveries) {
        return sql.update("""
                update message m
                set delivery_status = r.status, delivery_reason = r.reason, delivery_code = r.code, delivery_changed_at = r.changed_at,
                    provider_id = coalesce(r.provider_id, m.provider_id)
                from jsonb_to_recordset(cast(?1 as jsonb)) as r(
                    id uuid, status text, reason text, code text, provider_id text, changed_at timestamptz)
                where m.id = r.id
                """, json.write(deliveries));
    }

    /** What has become of one of a message's files. */
    public Uni<Integer> setAttachment(UUID messageId, AttachmentRef ref) {
        return sql.update("""
                update message m
                set attachments = (
                    select jsonb_agg(coalesce(r.value, e.value) order by e.place)
                    from jsonb_array_elements(m.attachments) with ordinality as e(value, place)
                    left join jsonb_array_elements(cast(?2 as jsonb)) as r(value) on r.value ->> 'id' = e.value ->> 'id')
                where m.id = ?1
                """, messageId, json.write(List.of(ref)));
    }

    private Message read(Object[] row) {
        return json.read(row[0], Message.class);
    }
}
