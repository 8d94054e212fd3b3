/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.erasure;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.kit.sql.JsonRows;
import fi.saumaton.kit.tx.Transactions;

/** Hands out what is remembered of conversations. */
@ApplicationScoped
class PersonalDataService {
    private static final List<String> TABLES = List.of("work_item", "offer", "decision", "promise");

    private final Transactions transactions;
    private final JsonRows rows;

    PersonalDataService(Transactions transactions, JsonRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    Uni<Map<String, List<JsonNode>>> of(List<UUID> conversations) {
        return transactions.read(() -> rows.of(TABLES, "conversation_id", conversations));
    }
}
