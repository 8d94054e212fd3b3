/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.messenger;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestMeta;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ProviderStandIn;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Messenger and Instagram from a customer's message to the mark that the answer was read, against a stand-in of the Graph API. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class MessengerFlowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String customer = Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()));
    private final TestAgent jenni = TestAgent.someone();
    private ProviderStandIn provider;

    /** One for each kind. */
    private ProviderStandIn provider(String kind) {
        return ProviderStandIn.start(TestMeta.port(kind))
                .usually(request -> ProviderStandIn.answer(
                        200,
                        "{\"recipient_id\":\"%s\",\"message_id\":\"m.%s\",\"attachment_id\":\"77\"}"
                                .formatted(customer, UUID.randomUUID())));
    }

    @AfterEach
    void close() {
        if (provider != null) {
            provider.close();
        }
    }

    private static String hook(String kind, String content) {
        boolean page = kind.equals("messenger");
        return "{\"object\":\"%s\",\"entry\":[{\"id\":\"%s\",\"time\":%d,%s}]}"
                .formatted(
                        page ? "page" : "instagram",
                        page ? TestMeta.PAGE : TestMeta.ACCOUNT,
                        System.currentTimeMillis(),
                        content);
    }

    private String event(String kind, String content) {
        return hook(
                kind,
                "\"messaging\":[{\"sender\":{\"id\":\"%s\"},\"recipient\":{\"id\":\"%s\"},\"timestamp\":%d,%s}]"
                        .formatted(customer, TestMeta.PAGE, System.currentTimeMillis(), content));
    }

    private void calls(String kind, String body) {
        TestMeta.calls(kind + "/shop", body).then().statusCode(200).body(equalTo("EVENT_RECEIVED"));
    }

    private UUID assigned(String kind) {
        provider = provider(kind);
        var conversation = (UUID) await().until(
                        () -> Database.value(
                                "select id from conversation where handle_kind = ? and handle_value = ?",
                                kind,
                                customer),
                        found -> found != null);
        try (var desk = jenni.socket().fromNow()) {
            jenni.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
        }
        return conversation;
    }

    private String replies(UUID conversation, Map<String, Object> reply) {
        return jenni.asks()
                .body(reply)
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(202)
                .extract()
                .path("messageId");
    }

    private static void awaitDelivery(String messageId, String status) {
        var id = UUID.fromString(messageId);
        await().until(() -> Database.value("select delivery_status from message where id = ?", id), status::equals);
    }

    private static String mid(String messageId) {
        return (String) Database.value("select provider_id from message where id = ?", UUID.fromString(messageId));
    }

    private List<JsonNode> sent() {
        return provider.requests().stream()
                .filter(request -> request.uri().equals("/v26.0/" + TestMeta.PAGE + "/messages"))
                .map(request -> json(request.body()))
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"messenger", "instagram"})
    void theHookIsFoundByTheTokenAndOpenToNobodyElse(String kind) {
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.challenge", "42")
                .queryParam("hub.verify_token", TestMeta.VERIFY_TOKEN)
                .get("/api/v1/hooks/" + kind + "/shop")
                .then()
                .statusCode(200)
                .body(equalTo("42"));
        var body = event(kind, "\"message\":{\"mid\":\"m.x\",\"text\":\"Hello\"}");
        TestMeta.calls(kind + "/shop", body, null).then().statusCode(401);
        TestMeta.calls(kind + "/shop", body, "sha256=00").then().statusCode(401);
    }

    @Test
    void messengerReadsUpToATime() {
        calls("messenger", event("messenger", "\"message\":{\"mid\":\"m.%s\",\"text\":\"Hello\"}".formatted(customer)));
        var conversation = assigned("messenger");
        var id = replies(conversation, Map.of("text", "Good morning"));
        awaitDelivery(id, "sent");
        var sent = sent().getFirst();
        assertEquals(customer, sent.at("/recipient/id").asText());
        assertEquals("RESPONSE", sent.path("messaging_type").asText());
        assertEquals("Good morning", sent.at("/message/text").asText());
        assertEquals(id, sent.at("/message/metadata").asText());
        calls("messenger", event("messenger", "\"delivery\":{\"mids\":[\"%s\"],\"watermark\":1}".formatted(mid(id))));
        awaitDelivery(id, "delivered");
        calls("messenger", event("messenger", "\"read\":{\"watermark\":%d}".formatted(System.currentTimeMillis())));
        awaitDelivery(id, "read");
    }

    @Test
    void instagramReadsOneMessage() {
        calls("instagram", event("instagram", "\"message\":{\"mid\":\"m.%s\",\"text\":\"Hello\"}".formatted(customer)));
        var conversation = assigned("instagram");
        var id = replies(conversation, Map.of("text", "Good morning"));
        awaitDelivery(id, "sent");
        assertFalse(sent().getFirst().path("message").has("metadata"));
        calls("instagram", event("instagram", "\"read\":{\"mid\":\"%s\"}".formatted(mid(id))));
        awaitDelivery(id, "read");
    }

    @Test
    void anInstagramMessageWhoseSendGotNoAnswerIsLookedFor() {
        calls("instagram", event("instagram", "\"message\":{\"mid\":\"m.%s\",\"text\":\"Hello\"}".formatted(customer)));
        var conversation = assigned("instagram");
        var listed = "m.listed-" + customer;
        provider.usually(request -> ProviderStandIn.answer(
                200,
                "{\"data\":[{\"messages\":{\"data\":[{\"id\":\"%s\",\"message\":\"Good morning\",\"from\":{\"id\":\"%s\"},\"created_time\":\"2100-01-01T00:00:00+0000\"}]}}]}"
                        .formatted(listed, TestMeta.ACCOUNT)));
        provider.then(ProviderStandIn.breakOff());
        var id = replies(conversation, Map.of("text", "Good morning"));
        awaitDelivery(id, "sent");
        assertEquals(listed, mid(id));
        assertEquals(1, sent().size());
    }

    @Test
    void thatSomebodyWritesOrHasReadIsShown() {
        calls("messenger", event("messenger", "\"message\":{\"mid\":\"m.%s\",\"text\":\"Hello\"}".formatted(customer)));
        var conversation = assigned("messenger");
        for (var sign : List.of("typing", "typing-stopped", "read")) {
            jenni.asks()
                    .body(Map.of("type", sign))
                    .post("/api/v1/conversations/" + conversation + "/signals")
                    .then()
                    .statusCode(204);
        }
        await().until(() -> sent().size() == 3);
        assertEquals(
                Set.of("typing_on", "typing_off", "mark_seen"),
                sent().stream()
                        .map(shown -> shown.path("sender_action").asText())
                        .collect(Collectors.toSet()));
    }

    @Test
    void aCommentIsAnsweredPrivately() {
        calls(
                "messenger",
                hook(
                        "messenger",
                        "\"changes\":[{\"field\":\"feed\",\"value\":{\"item\":\"comment\",\"verb\":\"add\",\"comment_id\":\"9_%s\",\"post_id\":\"9\",\"from\":{\"id\":\"%s\",\"name\":\"Mikko\"},\"message\":\"Price?\"}}]"
                                .formatted(customer, customer)));
        var conversation = assigned("messenger");
        var id = replies(conversation, Map.of("text", "19.90"));
        awaitDelivery(id, "sent");
        assertEquals(
                "9_" + customer, sent().getFirst().at("/recipient/comment_id").asText());
    }

    @Test
    void aDayWithoutLeaveIsFinal() {
        calls("messenger", event("messenger", "\"message\":{\"mid\":\"m.%s\",\"text\":\"Hello\"}".formatted(customer)));
        var conversation = assigned("messenger");
        provider.then(ProviderStandIn.answer(
                400, "{\"error\":{\"message\":\"Outside the window\",\"code\":10,\"error_subcode\":2018278}}"));
        var id = replies(conversation, Map.of("text", "Too late"));
        awaitDelivery(id, "failed");
        assertEquals(
                "10.2018278", Database.value("select delivery_code from message where id = ?", UUID.fromString(id)));
    }
}
