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
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/** Brings the parts together, this service's own among them. */
@ApplicationScoped
class ExportService {
    /** Of attachments what they are, not what is in them: those are fetched one by one. */
    private static final Map<String, String> OWN = new TreeMap<>(Map.of(
            "conversation", "select to_jsonb(t)::text from conversation t where id = any(?1) order by id",
            "message", "select to_jsonb(t)::text from message t where conversation_id = any(?1) order by id",
            "attachment", """
                    select (to_jsonb(t) - 'content')::text
                    from (select id, conversation_id, message_id, name, media_type, size, null as content
                          from attachment where conversation_id = any(?1)) t
                    """,
            "claim", """
                    select distinct to_jsonb(k)::text from claim k join conversation c
                        on k.channel = c.channel and k.handle_kind = c.handle_kind and k.handle_value = c.handle_value
                    where c.id = any(?1)
                    """));

    private final Parts parts;
    private final Transactions transactions;
    private final Sql sql;
    private final ObjectMapper mapper;
    private final Clock clock;

    ExportService(Parts parts, Transactions transactions, Sql sql, ObjectMapper mapper, Clock clock) {
        this.parts = parts;
        this.transactions = transactions;
        this.sql = sql;
        this.mapper = mapper;
        this.clock = clock;
    }

    Uni<Export> export(UUID customerId, String authorization) {
        Map<String, Map<String, List<JsonNode>>> services = new LinkedHashMap<>();
        return parts.person(customerId, authorization)
                .invoke(person -> services.put("customer-service", person.tables()))
                .call(person -> own(person.conversationIds()).invoke(rows -> services.put("channel-gateway", rows)))
                .call(person -> parts.routing(person.conversationIds(), authorization)
                        .invoke(rows -> services.put("routing-service", rows)))
                .call(person -> parts.analytics(person.customerIds(), authorization)
                        .invoke(rows -> services.put("analytics-service", rows)))
                .map(person -> new Export(person.customerId(), clock.instant(), services));
    }

    private Uni<Map<String, List<JsonNode>>> own(List<UUID> conversations) {
        Map<String, List<JsonNode>> found = new TreeMap<>();
        return transactions.read(() -> {
            var chain = Uni.createFrom().voidItem();
            for (var table : OWN.entrySet()) {
                chain = chain.chain(() -> sql.rows(table.getValue(), (Object) conversations.toArray(UUID[]::new)))
                        .invoke(rows -> note(table.getKey(), rows, found))
                        .replaceWithVoid();
            }
            return chain.replaceWith(found);
        });
    }

    private void note(String table, List<Object[]> rows, Map<String, List<JsonNode>> found) {
        if (!rows.isEmpty()) {
            found.put(table, rows.stream().map(row -> json((String) row[0])).toList());
        }
    }

    private JsonNode json(String row) {
        try {
            return mapper.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's own JSON is unreadable", e);
        }
    }
}
