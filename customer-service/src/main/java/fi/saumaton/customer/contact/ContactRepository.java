/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Conversations, claims, held messages and assignments: one statement for a whole batch each. */
@ApplicationScoped
class ContactRepository {
    private final Sql sql;

    ContactRepository(Sql sql) {
        this.sql = sql;
    }

    record Claim(UUID conversationId, String kind, String value, Instant madeAt) {}

    record Held(UUID conversationId, UUID messageId, String type, String data, Instant heldAt) {}

    /** One at a time opens a conversation, also when it does not exist yet. */
    Uni<Void> lock(Collection<UUID> conversations) {
        return sql.rows("""
                        select count(pg_advisory_xact_lock(hashtextextended(ordered.id::text, 1)))
                        from (select id from unnest(?1::uuid[]) as wanted(id) order by id) ordered
                        """, (Object) conversations.toArray(UUID[]::new)).replaceWithVoid();
    }

    Uni<Map<UUID, Contact>> find(Collection<UUID> conversations) {
        return sql.rows("""
                        select conversation_id, version, reference, channel, channel_kind, customer_id, issue_id,
                               verified, continued, untitled, display_name, language, proof, first_message_id,
                               opened_at, began_at
                        from contact where conversation_id = any(?1)
                        """, (Object) conversations.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .map(ContactRepository::contact)
                        .collect(Collectors.toMap(Contact::conversationId, contact -> contact)));
    }

    private static Contact contact(Object[] row) {
        return new Contact(
                (UUID) row[0],
                (Long) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (UUID) row[5],
                (UUID) row[6],
                (Boolean) row[7],
                (Boolean) row[8],
                (Boolean) row[9],
                (String) row[10],
                (String) row[11],
                (String) row[12],
                (UUID) row[13],
                (Instant) row[14],
                (Instant) row[15]);
    }

    Uni<Void> save(Collection<Contact> contacts) {
        return contacts.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                                insert into contact (conversation_id, version, reference, channel, channel_kind,
                                    customer_id, issue_id, verified, continued, untitled, display_name, language, proof,
                                    first_message_id, opened_at, began_at)
                                select "conversationId", version, reference, channel, "channelKind", "customerId",
                                    "issueId", verified, continued, untitled, "displayName", language, proof,
                                    "firstMessageId", "openedAt", "beganAt"
                                from jsonb_to_recordset(cast(?1 as jsonb)) as r("conversationId" uuid, version bigint,
                                    reference text, channel text, "channelKind" text, "customerId" uuid, "issueId" uuid,
                                    verified boolean, continued boolean, untitled boolean, "displayName" text,
                                    language text, proof text, "firstMessageId" uuid, "openedAt" timestamptz,
                                    "beganAt" timestamptz)
                                on conflict (conversation_id) do update set
                                    version = excluded.version, customer_id = excluded.customer_id,
                                    issue_id = excluded.issue_id, verified = excluded.verified,
                                    continued = excluded.continued, untitled = excluded.untitled,
                                    display_name = excluded.display_name, language = excluded.language,
                                    proof = excluded.proof, first_message_id = excluded.first_message_id,
                                    began_at = excluded.began_at
                                """, sql.json(contacts)).replaceWithVoid();
    }

    /** @return the conversations with a claim that was not known */
    Uni<Set<UUID>> claim(Collection<Claim> claims) {
        return claims.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.rows("""
                                insert into claim (conversation_id, kind, value, made_at)
                                select "conversationId", kind, value, "madeAt"
                                from jsonb_to_recordset(cast(?1 as jsonb))
                                    as r("conversationId" uuid, kind text, value text, "madeAt" timestamptz)
                                on conflict do nothing
                                returning conversation_id
                                """, sql.json(claims))
                        .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    Uni<Void> hold(Collection<Held> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                                insert into held_message (conversation_id, message_id, type, data, held_at)
                                select "conversationId", "messageId", type, data, "heldAt"
                                from jsonb_to_recordset(cast(?1 as jsonb)) as r("conversationId" uuid,
                                    "messageId" uuid, type text, data text, "heldAt" timestamptz)
                                on conflict do nothing
                                """, sql.json(messages)).replaceWithVoid();
    }

    /** Takes what has been held for conversations, in the order of the messages. */
    Uni<List<Held>> release(Collection<UUID> conversations) {
        return conversations.isEmpty()
                ? Uni.createFrom().item(List.of())
                : sql.rows("""
                                with released as (
                                    delete from held_message where conversation_id = any(?1)
                                    returning conversation_id, message_id, type, data, held_at)
                                select * from released order by conversation_id, message_id
                                """, (Object) conversations.toArray(UUID[]::new))
                        .map(rows -> rows.stream()
                                .map(row -> new Held(
                                        (UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (Instant)
                                                row[4]))
                                .toList());
    }

    /** A higher number wins, in whatever order they come. */
    Uni<Void> assign(List<RoutingEvent.Assigned> assigned) {
        return sql.update("""
                        insert into assignment as a (conversation_id, number, agent_id, agent_name, assigned_at)
                        select distinct on ("conversationId")
                            "conversationId", "assignmentNumber", "agentId", "agentName", "assignedAt"
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r("conversationId" uuid,
                            "assignmentNumber" bigint, "agentId" text, "agentName" text, "assignedAt" timestamptz)
                        where not exists (select from erased_subject e where e.id = r."conversationId")
                        order by "conversationId", "assignmentNumber" desc
                        on conflict (conversation_id) do update set
                            number = excluded.number, agent_id = excluded.agent_id,
                            agent_name = excluded.agent_name, assigned_at = excluded.assigned_at
                        where a.number < excluded.number
                        """, sql.json(assigned)).replaceWithVoid();
    }
}
