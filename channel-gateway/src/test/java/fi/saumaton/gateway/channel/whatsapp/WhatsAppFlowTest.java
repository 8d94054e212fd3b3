/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
import static org.junit.jupiter.api.Assertions.assertTrue;

/** WhatsApp from a customer's message to the blue ticks under the answer, against a stand-in of the Graph API. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class WhatsAppFlowTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANNEL = "whatsapp/service";
    private static final String MESSAGES = "/v26.0/" + TestMeta.NUMBER_ID + "/messages";

    private final String number = "35840" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    private final String user = "FI." + UUID.randomUUID().toString().replace("-", "");
    private final TestAgent jenni = TestAgent.someone();
    private ProviderStandIn provider;

    @BeforeEach
    void open() {
        provider = ProviderStandIn.start(TestMeta.port("whatsapp"))
                .usually(request -> ProviderStandIn.answer(
                        200, "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"%s\"}]}".formatted(wamid())));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private static String wamid() {
        return "wamid." + UUID.randomUUID();
    }

    private String hook(String content) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"900","changes":[{"field":"messages","value":{
                "messaging_product":"whatsapp","metadata":{"phone_number_id":"%s"},%s}}]}]}
                """.formatted(TestMeta.NUMBER_ID, content);
    }

    private String says(String id, String type, String content) {
        return hook(
                """
                "contacts":[{"profile":{"name":"Mikko"},"wa_id":"%s","user_id":"%s"}],
                "messages":[{"from":"%s","from_user_id":"%s","id":"%s","timestamp":"%d","type":"%s","%s":%s}]
                """.formatted(number, user, number, user, id, System.currentTimeMillis() / 1000, type, type, content));
    }

    private String status(String id, String status, String more) {
        return hook("\"statuses\":[{\"id\":\"%s\",\"status\":\"%s\",\"timestamp\":\"%d\",\"recipient_id\":\"%s\"%s}]"
                .formatted(id, status, System.currentTimeMillis() / 1000, number, more));
    }

    private UUID conversation() {
        return (UUID) await().until(
                        () -> Database.value(
                                "select id from conversation where handle_kind = 'whatsapp' and handle_value = ?",
                                user),
                        found -> found != null);
    }

    private UUID assigned() {
        TestMeta.calls(CHANNEL, says(wamid(), "text", "{\"body\":\"Hello\"}"))
                .then()
                .statusCode(200);
        var conversation = conversation();
        try (var desk = jenni.socket().fromNow()) {
            jenni.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
        }
        return conversation;
    }

    private String delivery(String messageId) {
        return (String) Database.value("select delivery_status from message where id = ?", UUID.fromString(messageId));
    }

    private void awaitDelivery(String messageId, String status) {
        await().until(() -> delivery(messageId), status::equals);
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

    private List<JsonNode> sent() {
        return provider.requests().stream()
                .filter(request -> request.uri().equals(MESSAGES))
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

    @Test
    void metaFindsUsByTheToken() {
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.challenge", "1158201444")
                .queryParam("hub.verify_token", TestMeta.VERIFY_TOKEN)
                .get("/api/v1/hooks/" + CHANNEL)
                .then()
                .statusCode(200)
                .body(equalTo("1158201444"));
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.challenge", "1158201444")
                .queryParam("hub.verify_token", "another")
                .get("/api/v1/hooks/" + CHANNEL)
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsNotSignedOrTooLargeIsNotTaken() {
        var body = says(wamid(), "text", "{\"body\":\"Hello\"}");
        TestMeta.calls(CHANNEL, body, null).then().statusCode(401);
        TestMeta.calls(CHANNEL, body, "sha256=" + "0".repeat(64)).then().statusCode(401);
        TestMeta.calls(CHANNEL, " ".repeat(3 * 1024 * 1024 + 1)).then().statusCode(413);
        TestMeta.calls("whatsapp/nobody", body).then().statusCode(404);
    }

    @Test
    void anAnswerGoesOutAndItsTicksComeBack() {
        var conversation = assigned();
        var id = replies(conversation, Map.of("text", "Good morning"));
        awaitDelivery(id, "sent");
        var sent = sent().getFirst();
        assertEquals(user, sent.path("recipient").asText());
        assertEquals("Good morning", sent.at("/text/body").asText());
        assertEquals(id, sent.path("biz_opaque_callback_data").asText());
        assertEquals(
                "Bearer test-access-token",
                provider.requests().getFirst().headers().get("Authorization"));
        var wamid = (String) Database.value("select provider_id from message where id = ?", UUID.fromString(id));
        assertTrue(wamid.startsWith("wamid."), wamid);
        TestMeta.calls(CHANNEL, status(wamid, "read", "")).then().statusCode(200);
        awaitDelivery(id, "read");
        TestMeta.calls(CHANNEL, status(wamid, "delivered", "")).then().statusCode(200);
        TestMeta.calls(CHANNEL, says(wamid(), "text", "{\"body\":\"Thanks\"}"))
                .then()
                .statusCode(200);
        await().until(() -> Database.count(
                        "select count(*) from message where conversation_id = ? and text = 'Thanks'", conversation)
                == 1);
        assertEquals("read", delivery(id));
    }

    @Test
    void anAnswerThatNobodyConfirmedIsSettledByItsTracker() {
        var conversation = assigned();
        provider.then(ProviderStandIn.breakOff());
        var id = replies(conversation, Map.of("text", "Good morning"));
        awaitDelivery(id, "uncertain");
        var tracker = ",\"biz_opaque_callback_data\":\"" + id + "\"";
        TestMeta.calls(CHANNEL, status(wamid(), "delivered", tracker)).then().statusCode(200);
        awaitDelivery(id, "delivered");
        assertEquals(1, sent().size());
    }

    @Test
    void aLateFailureHasItsReasonAndCode() {
        var conversation = assigned();
        var id = replies(conversation, Map.of("text", "Good morning"));
        awaitDelivery(id, "sent");
        var wamid = (String) Database.value("select provider_id from message where id = ?", UUID.fromString(id));
        TestMeta.calls(CHANNEL, status(wamid, "failed", ",\"errors\":[{\"code\":131026,\"title\":\"Undeliverable\"}]"))
                .then()
                .statusCode(200);
        awaitDelivery(id, "failed");
        assertEquals("131026", Database.value("select delivery_code from message where id = ?", UUID.fromString(id)));
    }

    @Test
    void aRefusalIsRetriedOrFinalByItsCode() {
        var conversation = assigned();
        provider.then(
                ProviderStandIn.answer(400, "{\"error\":{\"code\":131000,\"message\":\"Something went wrong\"}}"));
        var again = replies(conversation, Map.of("text", "once more"));
        awaitDelivery(again, "sent");
        provider.then(ProviderStandIn.answer(400, "{\"error\":{\"code\":131047,\"message\":\"Re-engagement\"}}"));
        var late = replies(conversation, Map.of("text", "too late"));
        await().atMost(Duration.ofSeconds(20)).until(() -> delivery(late), "failed"::equals);
        assertEquals(3, sent().size());
    }

    @Test
    void aCustomersPictureIsFetched() {
        var picture = "a picture".getBytes(StandardCharsets.UTF_8);
        provider.usually(request -> request.uri().startsWith("/v26.0/711")
                ? ProviderStandIn.answer(
                        200,
                        "{\"url\":\"%s\",\"mime_type\":\"image/jpeg\",\"file_size\":9,\"id\":\"711\"}"
                                .formatted(provider.url("/file")))
                : ProviderStandIn.content("image/jpeg", picture));
        TestMeta.calls(
                        CHANNEL,
                        says(wamid(), "image", "{\"id\":\"711\",\"mime_type\":\"image/jpeg\",\"caption\":\"My saw\"}"))
                .then()
                .statusCode(200);
        var conversation = conversation();
        await().until(() -> Database.count(
                        "select count(*) from attachment where conversation_id = ? and content = ?",
                        conversation,
                        picture)
                == 1);
        assertTrue(provider.requests().stream()
                .allMatch(request ->
                        "Bearer test-access-token".equals(request.headers().get("Authorization"))));
    }

    @Test
    void aFileIsUploadedAndTheTextIsItsCaption() {
        var conversation = assigned();
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        var file = jenni.asks()
                .contentType("image/png")
                .queryParam("name", "oil.png")
                .body(picture)
                .post("/api/v1/conversations/" + conversation + "/files")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        provider.then(ProviderStandIn.answer(200, "{\"id\":\"55\"}"));
        var id = replies(conversation, Map.of("text", "This one", "files", List.of(file)));
        awaitDelivery(id, "sent");
        var upload = provider.requests().getFirst();
        assertEquals("/v26.0/" + TestMeta.NUMBER_ID + "/media", upload.uri());
        assertTrue(upload.headers().get("Content-Type").startsWith("multipart/form-data; boundary="));
        assertTrue(upload.body().contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"));
        assertTrue(upload.body().contains("filename=\"oil.png\"\r\nContent-Type: image/png\r\n\r\n"));
        assertEquals(1, sent().size());
        assertEquals(
                json("{\"id\":\"55\",\"caption\":\"This one\"}"),
                sent().getFirst().path("image"));
    }

    @Test
    void aFileThatIsNotTakenKeepsTheTextBack() {
        var conversation = assigned();
        var file = jenni.asks()
                .contentType("application/pdf")
                .queryParam("name", "offer.pdf")
                .body("%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/conversations/" + conversation + "/files")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        provider.then(ProviderStandIn.answer(400, "{\"error\":{\"code\":131053,\"message\":\"Media upload error\"}}"));
        var id = replies(conversation, Map.of("text", "Our offer", "files", List.of(file)));
        awaitDelivery(id, "failed");
        assertEquals(List.of(), sent());
    }

    @Test
    void choicesAndTemplatesGoOut() {
        var conversation = assigned();
        var options = List.of(Map.of("id", "yes", "title", "Yes"), Map.of("id", "no", "title", "No"));
        var asked = replies(
                conversation, Map.of("text", "Solved?", "content", Map.of("type", "choices", "options", options)));
        awaitDelivery(asked, "sent");
        assertEquals("button", sent().getLast().at("/interactive/type").asText());
        assertEquals("Solved?", sent().getLast().at("/interactive/body/text").asText());
        var template =
                Map.of("type", "template", "name", "case_update", "language", "fi", "parameters", Map.of("1", "Mikko"));
        var told = replies(conversation, Map.of("text", "Your case has news, Mikko", "content", template));
        awaitDelivery(told, "sent");
        assertEquals("case_update", sent().getLast().at("/template/name").asText());
        assertEquals("fi", sent().getLast().at("/template/language/code").asText());
        assertEquals(
                "Mikko",
                sent().getLast().at("/template/components/0/parameters/0/text").asText());
    }

    @Test
    void thatSomebodyWritesIsShownAtTheLastMessage() {
        var conversation = assigned();
        jenni.asks()
                .body(Map.of("type", "typing"))
                .post("/api/v1/conversations/" + conversation + "/signals")
                .then()
                .statusCode(204);
        await().until(() -> !sent().isEmpty());
        var shown = sent().getFirst();
        assertEquals("read", shown.path("status").asText());
        assertEquals("text", shown.at("/typing_indicator/type").asText());
        assertEquals(
                Database.value("select provider_id from message where conversation_id = ?", conversation),
                shown.path("message_id").asText());
    }

    @Test
    void oneBatchReachesEachOfItsCustomers() {
        var other = "FI." + UUID.randomUUID().toString().replace("-", "");
        var body = hook("""
                "messages":[{"from_user_id":"%s","id":"%s","timestamp":"1","type":"text","text":{"body":"one"}},
                {"from_user_id":"%s","id":"%s","timestamp":"2","type":"hologram","hologram":{"body":"two"}}]
                """.formatted(user, wamid(), other, wamid()));
        TestMeta.calls(CHANNEL, body).then().statusCode(200).body(equalTo("EVENT_RECEIVED"));
        conversation();
        var kind = await().until(
                        () -> Database.value(
                                "select m.kind from message m join conversation c on c.id = m.conversation_id where c.handle_value = ?",
                                other),
                        found -> found != null);
        assertEquals("unsupported", kind);
    }

    @Test
    void aNumberOfTheSameAppIsItsOwnChannel() {
        var body =
                says(wamid(), "text", "{\"body\":\"To sales\"}").replace(TestMeta.NUMBER_ID, TestMeta.OTHER_NUMBER_ID);
        TestMeta.calls(CHANNEL, body).then().statusCode(200);
        conversation();
        assertEquals("whatsapp:sales", Database.value("select channel from conversation where handle_value = ?", user));
    }
}
