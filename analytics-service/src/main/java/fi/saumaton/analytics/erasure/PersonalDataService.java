/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.erasure;

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

/** Hands out what is logged under customers. */
@ApplicationScoped
class PersonalDataService {
    private static final List<String> TABLES = List.of("event_log", "contact_fact", "issue_fact");

    private final Transactions transactions;
    private final Sql sql;
    private final ObjectMapper mapper;

    PersonalDataService(Transactions transactions, Sql sql, ObjectMapper mapper) {
        this.transactions = transactions;
        this.sql = sql;
        this.mapper = mapper;
    }

    Uni<Map<String, List<JsonNode>>> of(List<UUID> customers) {
        Map<String, List<JsonNode>> found = new TreeMap<>();
        return transactions.read(() -> {
            var chain = Uni.createFrom().voidItem();
            for (var table : TABLES) {
                chain = chain.chain(() -> read(table, customers, found));
            }
            return chain.replaceWith(found);
        });
    }

    private Uni<Void> read(String table, List<UUID> customers, Map<String, List<JsonNode>> found) {
        return sql.rows("select to_jsonb(t)::text from " + table + " t where customer_id = any(?1)", (Object)
                        customers.toArray(UUID[]::new))
                .invoke(rows -> {
                    if (!rows.isEmpty()) {
                        found.put(
                                table,
                                rows.stream().map(row -> json((String) row[0])).toList());
                    }
                })
                .replaceWithVoid();
    }

    private JsonNode json(String row) {
        try {
            return mapper.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's own JSON is unreadable", e);
        }
    }
}
