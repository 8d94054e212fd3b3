/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.TestVisitor;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Nobody outside tells us which trace their request belongs to, or that it is to be recorded. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = EdgePorts.class, scope = TestResourceScope.GLOBAL)
class OwnTracesTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static CustomerServer customers;

    @BeforeAll
    static void startUpstream() throws Exception {
        customers = CustomerServer.start();
    }

    @AfterAll
    static void stopUpstream() throws Exception {
        customers.stop();
    }

    private static RequestSpecification traced() {
        return given().contentType(ContentType.JSON)
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .header("tracestate", "vendor=1")
                .header("baggage", "role=admin");
    }

    @Test
    void aTraceOfOursBeginsAtEveryDoor() {
        var refused = List.of(
                traced().body("{}").post("/api/v1/chat/sessions"),
                traced().body("{}").post("/api/v1/chat/messages"),
                traced().get("/api/v1/chat/messages"),
                traced().body("{}").post("/api/v1/webhooks/bench"),
                traced().get("/api/v1/conversations"),
                traced().get("/api/v1/customers/1"),
                traced().auth()
                        .oauth2(TestTokens.person("jenni", "agent"))
                        .get("/api/v1/conversations/" + UUID.randomUUID()));

        for (var answer : refused) {
            answer.then().body("traceId", allOf(matchesPattern("[0-9a-f]{32}"), not(TRACE)));
        }
    }

    @Test
    void ourTraceGoesOnToTheServiceBehindAndTheCallersDoesNot() {
        for (var token :
                List.of(TestTokens.person("jenni", "agent"), TestTokens.client("shop-backoffice", "customers:read"))) {
            traced().auth()
                    .oauth2(token)
                    .header("X-B3-TraceId", TRACE)
                    .get("/api/v1/customers/1")
                    .then()
                    .statusCode(200)
                    .body("headers.traceparent", matchesPattern("00-(?!" + TRACE + ")[0-9a-f]{32}-[0-9a-f]{16}-00"))
                    .body("headers.tracestate", nullValue())
                    .body("headers.baggage", nullValue())
                    .body("headers.x-b3-traceid", nullValue());
        }
    }

    @Test
    void aVisitorCannotHaveTheirMessageRecorded() {
        var visitor = TestVisitor.anonymous();
        traced().header("Authorization", "Bearer " + visitor.token())
                .body("{\"clientMessageId\":\"" + UUID.randomUUID() + "\",\"text\":\"Hei\"}")
                .post("/api/v1/chat/messages")
                .then()
                .statusCode(200);

        try (var ingress = new Broker("ingress")) {
            var record = await().until(() -> ingress.of("webchat:shop|" + visitor.id()), found -> !found.isEmpty())
                    .getFirst();
            assertNull(record.headers().get("traceparent"));
        }
    }
}
