/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A timeline is filtered and paged, and read from an index, however long it is. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class TimelineFilterTest {
    private static final int LENGTH = 20_000;

    private UUID customerId;

    @BeforeEach
    void aCustomer() {
        customerId = UUID.fromString(Api.push(Api.purchase(
                        "order-" + UUID.randomUUID(),
                        UUID.randomUUID().toString(),
                        "mikko-" + UUID.randomUUID() + "@example.test"))
                .then()
                .statusCode(201)
                .extract()
                .path("customerId"));
    }

    @Test
    void entriesAreFilteredByKindChannelAndTime() throws SQLException {
        history(12);

        assertEquals(List.of("purchase"), timeline(Map.of("kind", "purchase")).getList("items.kind"));
        assertEquals(4, timeline(Map.of("kind", "invoice")).getList("items").size());
        assertEquals(
                5,
                timeline(Map.of("kind", List.of("invoice", "purchase")))
                        .getList("items")
                        .size());
        assertEquals(
                List.of("message-received", "message-received", "message-received", "message-received"),
                timeline(Map.of("channel", "email")).getList("items.kind"));
        assertEquals(
                4, timeline(Map.of("channel", "email:support")).getList("items").size());
        assertEquals(List.of(), timeline(Map.of("channel", "email:sales")).getList("items"));
        assertEquals(
                List.of(), timeline(Map.of("channel", "email", "kind", "visit")).getList("items"));
        assertEquals(
                List.of("2020-01-01T00:03:00Z", "2020-01-01T00:02:00Z"),
                timeline(Map.of("from", "2020-01-01T00:02:00Z", "to", "2020-01-01T00:04:00Z"))
                        .getList("items.occurredAt"));
    }

    @Test
    void pagesOfAFilterFollowEachOther() throws SQLException {
        history(30);
        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            var page = timeline(Map.of("kind", List.of("invoice", "visit"), "limit", 3, "after", after));
            seen.addAll(page.getList("items.occurredAt"));
            after = page.getString("next");
        }

        assertEquals(20, seen.size());
        assertEquals(seen.stream().distinct().sorted((a, b) -> b.compareTo(a)).toList(), seen);
    }

    @Test
    void whatCannotBeReadIsNamed() {
        for (var parameter : List.of("from", "to")) {
            Api.as(Api.jenni())
                    .queryParam(parameter, "yesterday")
                    .get("/api/v1/customers/" + customerId + "/timeline")
                    .then()
                    .statusCode(422)
                    .body("parameter", equalTo(parameter));
        }
        Api.as(Api.jenni())
                .queryParam("kind", Collections.nCopies(21, "visit"))
                .get("/api/v1/customers/" + customerId + "/timeline")
                .then()
                .statusCode(422);
    }

    /** As many rows are read as a page has, by an index that has them in order; nothing longer than that is sorted. */
    @ParameterizedTest
    @CsvSource({"'',''", "invoice,''", "'',email", "message-received,email", "purchase,''"})
    void aPageIsReadFromAnIndexHoweverLongTheTimelineIs(String kind, String channel) throws Exception {
        history(LENGTH);
        var filter = TimelineFilter.of(
                kind.isEmpty() ? List.of() : List.of(kind), channel, "2000-01-01T00:00:00Z", "2030-01-01T00:00:00Z");
        var nodes = new ArrayList<JsonNode>();

        collect(plan(filter), nodes);

        var read = nodes.stream()
                .filter(node -> node.path("Relation Name").asText().startsWith("touchpoint"))
                .filter(node -> node.path("Actual Loops").asInt() > 0)
                .toList();
        assertTrue(read.size() >= 1, nodes.toString());
        for (var node : read) {
            assertTrue(node.path("Node Type").asText().startsWith("Index"), node.toString());
            assertEquals(0, node.path("Rows Removed by Filter").asInt(), node.toString());
        }
        int rows = read.stream()
                .mapToInt(node -> node.path("Actual Rows").asInt()
                        * node.path("Actual Loops").asInt())
                .sum();
        assertTrue(rows <= 51 + 2, "rows read: " + rows);
        nodes.stream()
                .filter(node -> node.path("Node Type").asText().contains("Sort"))
                .forEach(sort -> assertTrue(sort.path("Actual Rows").asInt() <= 51, sort.toString()));
    }

    private JsonNode plan(TimelineFilter filter) throws SQLException, JsonProcessingException {
        var statement = TimelineRepository.page(filter)
                .replace("?1", "'" + customerId + "'::uuid")
                .replace("?2", "'" + filter.to() + "'::timestamptz")
                .replace("?3", "'00000000-0000-0000-0000-000000000000'::uuid")
                .replace("?4", "51")
                .replace("?5", "'" + filter.from() + "'::timestamptz");
        statement = filter.kinds().isEmpty()
                ? statement.replace("?6", "'email'").replace("?7", "null")
                : statement
                        .replace("?6", "'{" + filter.kinds().getFirst() + "}'")
                        .replace("?7", "'email'")
                        .replace("?8", "null");
        try (var database = database();
                var query = database.createStatement()) {
            // A partition of a few rows would be read whole, whatever its indexes.
            query.execute("set enable_seqscan = off");
            try (var plan = query.executeQuery("explain (analyze, format json) " + statement)) {
                plan.next();
                return new ObjectMapper().readTree(plan.getString(1)).get(0).path("Plan");
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> nodes) {
        nodes.add(node);
        node.path("Plans").forEach(child -> collect(child, nodes));
    }

    /** One a minute from 2020 on: messages by e-mail, invoices and visits in turn. */
    private void history(int length) throws SQLException {
        try (var database = database();
                var insert = database.prepareStatement("""
                        insert into touchpoint (customer_id, occurred_at, id, kind, recorded_at, channel, channel_kind,
                            title, verified)
                        select cast(? as uuid), timestamptz '2020-01-01T00:00:00Z' + n * interval '1 minute',
                            gen_random_uuid(), (array['message-received', 'invoice', 'visit'])[n % 3 + 1], now(),
                            case when n % 3 = 0 then 'email:support' end, case when n % 3 = 0 then 'email' end,
                            'Entry ' || n, true
                        from generate_series(0, ? - 1) n
                        """);
                var analyze = database.createStatement()) {
            insert.setString(1, customerId.toString());
            insert.setInt(2, length);
            insert.execute();
            analyze.execute("analyze touchpoint");
        }
    }

    private static Connection database() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("saumaton.db.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    private JsonPath timeline(Map<String, Object> parameters) {
        return Api.as(Api.jenni())
                .queryParams(parameters)
                .get("/api/v1/customers/" + customerId + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
