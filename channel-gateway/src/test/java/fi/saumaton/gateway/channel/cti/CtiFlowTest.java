/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestTwilio;
import fi.saumaton.gateway.TestWebhook;
import fi.saumaton.gateway.channel.ProviderStandIn;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A telephone exchange that tells what happens, and calls when it is asked. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class CtiFlowTest {
    private static final String DOOR = "/api/v1/hooks/cti/office";

    private final String mikko = TestTwilio.someNumber();
    private final String call = UUID.randomUUID().toString();
    private final String extension =
            Long.toString(1_000_000_000L + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L));
    private final TestAgent jenni = TestAgent.someone();

    private String event(String name, Long talked) {
        var event = new HashMap<String, Object>(
                Map.of("event", name, "callId", call, "direction", "in", "number", mikko, "agentNumber", extension));
        if (talked != null) {
            event.put("talkedSeconds", talked);
        }
        return TestWebhook.json(event);
    }

    private static Response tells(String body) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + TestSettings.EXCHANGE_TOKEN)
                .body(body)
                .post(DOOR);
    }

    private void hasTelephone() {
        jenni.asks()
                .body(Map.of("kind", "extension", "address", extension))
                .put("/api/v1/me/telephone")
                .then()
                .statusCode(200);
    }

    private UUID conversation() {
        return (UUID) await().until(
                        () -> Database.value("select id from conversation where thread_key = ?", call),
                        found -> found != null);
    }

    private Object replyDue(UUID conversation) {
        return Database.value("select reply_due_since is not null from conversation where id = ?", conversation);
    }

    @Test
    void theAgentSeesWhoCallsAndTheHistoryHasTheCall() {
        hasTelephone();
        try (var desk = jenni.socket().fromNow()) {
            tells(event("ringing", null)).then().statusCode(200);
            tells(event("ringing", null)).then().statusCode(200);
            var ringing = desk.awaitEvent("call.ringing");
            assertEquals(mikko, ringing.path("number").asText());
            assertEquals(
                    conversation().toString(), ringing.path("conversationId").asText());
            tells(event("answered", null)).then().statusCode(200);
            tells(event("ended", 182L)).then().statusCode(200);
            desk.awaitEvent("call.ended");
        }
        var conversation = conversation();
        assertEquals(3, Database.count("select count(*) from message where conversation_id = ?", conversation));
        assertEquals(false, replyDue(conversation), "the exchange has brought them together itself");
    }

    @Test
    void aMissedCallIsWork() {
        tells(event("ringing", null)).then().statusCode(200);
        tells(event("ended", null)).then().statusCode(200);
        var conversation = conversation();
        await().until(() -> replyDue(conversation), equalTo(true));
    }

    @Test
    void whatIsNotSignedOrMakesNoSenseIsRefused() {
        given().contentType(ContentType.JSON)
                .body(event("ringing", null))
                .post(DOOR)
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer wrong")
                .body(event("ringing", null))
                .post(DOOR)
                .then()
                .statusCode(401);
        tells("{\"event\":\"ringing\"}").then().statusCode(422);
        tells("no json").then().statusCode(400);
        tells("{\"event\":\"" + "x".repeat(20_000) + "\"}").then().statusCode(413);
        assertEquals(0, Database.count("select count(*) from conversation where thread_key = ?", call));

        var body = event("ringing", null);
        var now = Instant.now();
        given().contentType(ContentType.JSON)
                .header("webhook-id", call)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", TestWebhook.signature(call, now.getEpochSecond(), body))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(DOOR)
                .then()
                .statusCode(200);
        conversation();
    }

    @Test
    void theExchangeCallsWhenItIsAsked() throws Exception {
        tells(event("ended", null)).then().statusCode(200);
        var conversation = conversation();
        var path = "/api/v1/exchanges/office/calls";
        var request = Map.of("conversationId", conversation, "requestId", UUID.randomUUID());
        given().contentType(ContentType.JSON).body(request).post(path).then().statusCode(401);
        given().auth()
                .oauth2(jenni.tokenWith("manager"))
                .contentType(ContentType.JSON)
                .body(request)
                .post(path)
                .then()
                .statusCode(403);
        jenni.asks().body(request).post("/api/v1/exchanges/mute/calls").then().statusCode(404);
        jenni.asks()
                .body(request)
                .post(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:saumaton:problem:not-owner"));
        try (var desk = jenni.socket().fromNow()) {
            jenni.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
        }
        jenni.asks()
                .body(request)
                .post(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:saumaton:problem:no-telephone"));
        hasTelephone();
        jenni.asks().body(request).post(path).then().statusCode(503);
        var url = ConfigProvider.getConfig().getValue("saumaton.channel.cti.office.dial-url", URI.class);
        try (var exchange = ProviderStandIn.start(url.getPort())) {
            jenni.asks().body(request).post(path).then().statusCode(202);
            var asked = exchange.requests().getFirst();
            var dial = new ObjectMapper().readTree(asked.body());
            assertEquals(mikko, dial.path("number").asText());
            assertEquals(extension, dial.path("agentNumber").asText());
            assertEquals(
                    TestWebhook.signature(
                            asked.headers().get("webhook-id"),
                            Long.parseLong(asked.headers().get("webhook-timestamp")),
                            asked.body()),
                    asked.headers().get("webhook-signature"));
            exchange.then(ProviderStandIn.answer(403, "{}"));
            jenni.asks().body(request).post(path).then().statusCode(502);
        }
    }
}
