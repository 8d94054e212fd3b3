/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Removes conversations with all that hangs on them. */
@ApplicationScoped
class ErasureRepository {
    /**
     * Those that are named, and those of the same senders that nobody has been found for yet: their beginning may be on its
     * way to customer-service still.
     */
    private static final String CONCERNED = """
            select distinct c.id
            from conversation named
            join conversation c on c.handle_value = named.handle_value and c.channel = named.channel
                and c.handle_kind = named.handle_kind
            where named.id = any(?1) and (c.id = named.id or c.opened_at <= ?2 and (
                c.customer is null or (c.customer ->> 'customer_id')::uuid = any(?3)))
            """;

    /** In this order. A recipient of the stream must not miss a number, so what a desk was told is emptied, not removed. */
    private static final Map<String, String> REMOVALS = removals();

    private final Sql sql;

    ErasureRepository(Sql sql) {
        this.sql = sql;
    }

    private static Map<String, String> removals() {
        Map<String, String> removals = new LinkedHashMap<>();
        removals.put("delivery", "delete from delivery where conversation_id = any(?1)");
        removals.put("voice_call", "delete from voice_call where conversation_id = any(?1)");
        removals.put("attachment", "delete from attachment where conversation_id = any(?1)");
        removals.put("claim", """
                delete from claim k using conversation c
                where c.id = any(?1) and k.channel = c.channel and k.handle_kind = c.handle_kind
                    and k.handle_value = c.handle_value
                """);
        removals.put("stream_event of the visitor", """
                delete from stream_event e using conversation c
                where c.id = any(?1) and c.handle_kind = 'visitor' and e.recipient = 'visitor:' || c.handle_value
                """);
        removals.put("recipient", """
                delete from recipient r using conversation c
                where c.id = any(?1) and c.handle_kind = 'visitor' and r.id = 'visitor:' || c.handle_value
                """);
        removals.put("stream_event", """
                update stream_event
                set kind = 'conversation.closed',
                    data = jsonb_build_object('conversationId',
                        coalesce(data ->> 'conversationId', data #>> '{conversation,conversationId}'))
                where coalesce(data ->> 'conversationId', data #>> '{conversation,conversationId}')
                    = any(?1::uuid[]::text[])
                """);
        removals.put("idempotency_key", """
                delete from idempotency_key
                where response ->> 'messageId' = any(array(
                    select id::text from message where conversation_id = any(?1) and direction = 'out'))
                """);
        removals.put("message", "delete from message where conversation_id = any(?1)");
        removals.put("conversation", "delete from conversation where id = any(?1)");
        return removals;
    }

    Uni<Set<UUID>> concerned(ErasedCustomer erased) {
        return sql.rows(
                        CONCERNED,
                        erased.conversationIds().toArray(UUID[]::new),
                        erased.erasedAt(),
                        erased.customerIds().toArray(UUID[]::new))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    /** Conversations whose sender says to be the erased person, the person's own among them. */
    Uni<Set<UUID>> claimers(ErasedCustomer erased) {
        return sql.rows("select id from conversation where customer ->> 'claimed_customer_id' = any(?1)", (Object)
                        texts(erased.customerIds()))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    /** Takes the erased person's name out of what desks were told of others' conversations. */
    Uni<Void> dropClaimed(ErasedCustomer erased) {
        return sql.update("""
                        update stream_event
                        set data = data #- '{conversation,customer,claimedCustomerId}'
                            #- '{conversation,customer,claimedDisplayName}'
                        where data #>> '{conversation,customer,claimedCustomerId}' = any(?1)
                        """, (Object) texts(erased.customerIds())).replaceWithVoid();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** Before the removal: the senders are read from their conversations. */
    Uni<Void> bury(ErasedCustomer erased, Set<UUID> conversations) {
        return sql.update("""
                        insert into erased_conversation (id, erased_at)
                        select distinct id, ?2::timestamptz from unnest(?1::uuid[]) as gone(id) on conflict do nothing
                        """, all(erased, conversations), erased.erasedAt())
                .chain(() -> sql.update("""
                        insert into erased_handle as e (hash, erased_at)
                        select distinct handle_hash(handle_kind, handle_value), ?2::timestamptz
                        from conversation where id = any(?1)
                        on conflict (hash) do update set erased_at = greatest(e.erased_at, excluded.erased_at)
                        """, conversations.toArray(UUID[]::new), erased.erasedAt()))
                .replaceWithVoid();
    }

    private static UUID[] all(ErasedCustomer erased, Set<UUID> conversations) {
        return Stream.concat(erased.conversationIds().stream(), conversations.stream())
                .distinct()
                .toArray(UUID[]::new);
    }

    /** Rows removed, by table. */
    Uni<Map<String, Long>> remove(Set<UUID> conversations) {
        Map<String, Long> removed = new TreeMap<>();
        var chain = Uni.createFrom().voidItem();
        for (var removal : List.copyOf(REMOVALS.entrySet())) {
            chain = chain.chain(() -> sql.update(removal.getValue(), (Object) conversations.toArray(UUID[]::new)))
                    .invoke(count -> note(removal.getKey(), count, removed))
                    .replaceWithVoid();
        }
        return chain.replaceWith(removed);
    }

    private static void note(String what, int count, Map<String, Long> removed) {
        if (count > 0) {
            removed.merge(what.split(" ")[0], (long) count, Long::sum);
        }
    }
}
