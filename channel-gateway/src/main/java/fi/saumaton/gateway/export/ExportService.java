/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.export;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.kit.sql.JsonRows;
import fi.saumaton.kit.tx.Transactions;

/** Brings the parts together, this service's own among them. */
@ApplicationScoped
class ExportService {
    /**
     * Of attachments what they are, not what is in them: those are fetched one by one. Whom somebody only says to be is
     * somebody else, whose id and name are not theirs to know; the addresses they gave themselves they may see.
     */
    private static final Map<String, String> OWN = Map.of(
            "conversation", """
                    select (to_jsonb(t) #- '{customer,claimed_customer_id}' #- '{customer,claimed_display_name}')::text
                    from conversation t where id = any(?1) order by id
                    """,
            "message", "select to_jsonb(t)::text from message t where conversation_id = any(?1) order by id",
            "attachment", """
                    select (to_jsonb(t) - 'content')::text
                    from (select id, conversation_id, message_id, name, media_type, size, null as content
                          from attachment where conversation_id = any(?1)) t
                    """,
            "voice_call", "select to_jsonb(t)::text from voice_call t where conversation_id = any(?1) order by id",
            "claim", """
                    select distinct to_jsonb(k)::text from claim k join conversation c
                        on k.channel = c.channel and k.handle_kind = c.handle_kind and k.handle_value = c.handle_value
                    where c.id = any(?1)
                    """);

    private final Parts parts;
    private final Transactions transactions;
    private final JsonRows rows;
    private final Clock clock;

    ExportService(Parts parts, Transactions transactions, JsonRows rows, Clock clock) {
        this.parts = parts;
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    Uni<Export> export(UUID customerId, String authorization) {
        Map<String, Map<String, List<JsonNode>>> services = new LinkedHashMap<>();
        return parts.person(customerId, authorization)
                .invoke(person -> services.put("customer-service", person.tables()))
                .call(person -> own(person.conversationIds()).invoke(own -> services.put("channel-gateway", own)))
                .call(person -> parts.routing(person.conversationIds(), authorization)
                        .invoke(part -> services.put("routing-service", part)))
                .call(person -> parts.analytics(person.customerIds(), authorization)
                        .invoke(part -> services.put("analytics-service", part)))
                .map(person -> new Export(person.customerId(), clock.instant(), services));
    }

    private Uni<Map<String, List<JsonNode>>> own(List<UUID> conversations) {
        Object ids = conversations.toArray(UUID[]::new);
        return transactions.read(() -> rows.of(OWN.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, own -> new JsonRows.Query(own.getValue(), ids)))));
    }
}
