/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;
import fi.saumaton.gateway.edge.EdgePorts;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One person's data from all services, as JSON and as a page. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EdgePorts.class, scope = TestResourceScope.GLOBAL)
class ExportTest {
    private static Response export(UUID customer, String accept, String... roles) {
        return given().header("Authorization", "Bearer " + TestTokens.person("somebody", roles))
                .header("Accept", accept)
                .header("Accept-Language", "sv")
                .get("/api/v1/exports/" + customer);
    }

    @Test
    void allPartsComeTogether() throws Exception {
        var conversation = TestVisitor.anonymous().opensConversation();
        try (var services = Services.knowing(conversation)) {
            export(services.customer, "application/json", "admin")
                    .then()
                    .statusCode(200)
                    .body("customerId", equalTo(services.customer.toString()))
                    .body("services.'customer-service'.customer_table.value", hasItem("of customer"))
                    .body("services.'routing-service'.routing_table.value", hasItem("of routing"))
                    .body("services.'analytics-service'.analytics_table.value", hasItem("of analytics"))
                    .body("services.'channel-gateway'.message.text", hasItem("Hello"))
                    .body("services.'channel-gateway'.conversation.id", hasItem(conversation.toString()));
            assertTrue(
                    services.asked.contains(
                            "routing POST /api/v1/personal-data {\"conversationIds\":[\"" + conversation + "\"]}"),
                    services.asked::toString);
            assertTrue(
                    services.asked.contains(
                            "analytics POST /api/v1/personal-data {\"customerIds\":[\"" + services.customer + "\"]}"),
                    services.asked::toString);

            export(services.customer, "text/html", "admin")
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .header("Content-Disposition", containsString("personal-data.html"))
                    .body(containsString("<h2>Meddelanden</h2>"))
                    .body(containsString("<td>Hello</td>"));

            export(UUID.randomUUID(), "application/json", "admin").then().statusCode(404);
        }
    }

    @Test
    void whomSomebodyOnlySaysToBeStaysUntold() throws Exception {
        var conversation = TestVisitor.anonymous().opensConversation();
        var other = UUID.randomUUID();
        Broker.send(
                "customer.events",
                conversation,
                "fi.saumaton.customer.identified.v1",
                Map.of(
                        "customerId",
                        UUID.randomUUID(),
                        "conversationId",
                        conversation,
                        "conversationVersion",
                        1,
                        "verified",
                        false,
                        "displayName",
                        "Sami",
                        "claims",
                        List.of(Map.of("kind", "email", "value", "mikko@example.test")),
                        "claimedCustomerId",
                        other,
                        "claimedDisplayName",
                        "Mikko Secret",
                        "identifiedAt",
                        Instant.now()));
        Awaitility.await()
                .until(() -> Database.value("select customer from conversation where id = ?", conversation) != null);
        try (var services = Services.knowing(conversation)) {
            export(services.customer, "application/json", "admin")
                    .then()
                    .statusCode(200)
                    .body("services.'channel-gateway'.conversation.customer.display_name", hasItem("Sami"))
                    .body(containsString("mikko@example.test"))
                    .body(not(containsString(other.toString())))
                    .body(not(containsString("Mikko Secret")));
        }
    }

    @Test
    void aServiceThatFailsIsNotAvailable() throws Exception {
        try (var services = Services.knowing(UUID.randomUUID())) {
            services.odd.put("analytics", request -> request.connection().close());
            unavailable(services.customer);
            for (var status : new int[] {503, 504}) {
                services.odd.put(
                        "analytics",
                        request -> request.response().setStatusCode(status).end());
                unavailable(services.customer);
            }
            services.odd.put(
                    "analytics",
                    request -> request.response().setStatusCode(500).end());
            export(services.customer, "application/json", "admin").then().statusCode(502);
        }
    }

    private static void unavailable(UUID customer) {
        export(customer, "application/json", "admin").then().statusCode(503).header("Retry-After", "2");
    }

    @Test
    void manyConversationsAreAskedForInPieces() throws Exception {
        try (var services = Services.knowing(UUID.randomUUID())) {
            services.more.addAll(Stream.generate(UUID::randomUUID).limit(20_000).toList());
            export(services.customer, "application/json", "admin")
                    .then()
                    .statusCode(200)
                    .body("services.'routing-service'.routing_table", hasSize(2))
                    .body("services.'analytics-service'.analytics_table", hasSize(1));
            var asked = services.asked.stream()
                    .filter(question -> question.startsWith("routing"))
                    .toList();
            assertEquals(2, asked.size());
            assertTrue(asked.stream().allMatch(question -> question.length() < 1_000_000));
        }
    }

    @Test
    void itIsForAdministratorsAndNeverHalf() {
        var customer = UUID.randomUUID();
        given().get("/api/v1/exports/" + customer).then().statusCode(401);
        for (var role : new String[] {"agent", "supervisor", "auditor", "colleague"}) {
            export(customer, "application/json", role).then().statusCode(403);
        }
        export(customer, "application/json", "admin").then().statusCode(503);
    }
}
