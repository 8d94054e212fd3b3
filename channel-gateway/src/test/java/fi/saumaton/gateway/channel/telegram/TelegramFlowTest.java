/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.SocialDesk;
import fi.saumaton.gateway.channel.SocialSettings;

import static fi.saumaton.gateway.channel.ProviderStandIn.answer;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Mikko writes to the bot, Jenni answers. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SocialSettings.class, scope = TestResourceScope.GLOBAL)
class TelegramFlowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The smallest picture there is: one pixel. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final long mikko = ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L);
    private int updates = ThreadLocalRandom.current().nextInt(1, 1_000_000_000);
    private ProviderStandIn telegram;

    @BeforeEach
    void start() {
        telegram = SocialDesk.provider("saumaton.channel.telegram.shop.base-url")
                .usually(request ->
                        answer(200, """
                        {"ok":true,"result":{"message_id":%d,"chat":{"id":%d}}}
                        """.formatted(9000 + telegram.requests().size(), mikko)));
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    private String message(int id, String content) {
        return """
                {"update_id":%d,"message":{"message_id":%d,"from":{"id":%d,"is_bot":false,"first_name":"Mikko"},
                "chat":{"id":%d,"type":"private"},"date":1795341600,%s}}
                """.formatted(updates++, id, mikko, mikko, content);
    }

    private static Response hook(String update) {
        return hook(update, SocialSettings.HOOK_SECRET);
    }

    private static Response hook(String update, String secret) {
        var request = given().contentType(ContentType.JSON);
        if (secret != null) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        return request.body(update).post("/api/v1/hooks/telegram/shop");
    }

    private SocialDesk writes(String text) {
        hook(message(1, "\"text\":\"" + text + "\"")).then().statusCode(200);
        return new SocialDesk("telegram:shop", Long.toString(mikko));
    }

    private JsonNode sent(int number) throws IOException {
        return JSON.readTree(telegram.requests().get(number).body());
    }

    @Test
    void aQuestionIsStoredAnsweredAndSent() throws IOException {
        try (var jenni = writes("Does the saw need special oil?")) {
            assertEquals(
                    "sent",
                    jenni.outcome(jenni.answers("Bio chain oil")).path("status").asText());
            assertEquals(
                    "/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/sendMessage",
                    telegram.requests().getFirst().uri());
            assertEquals(JSON.readTree("{\"chat_id\":\"" + mikko + "\",\"text\":\"Bio chain oil\"}"), sent(0));
            assertEquals(
                    mikko + ":9001",
                    Database.value(
                            "select provider_id from message where conversation_id = ? and direction = 'out'",
                            jenni.conversation()));
        }
    }

    @Test
    void theSameUpdateAgainIsStoredOnce() {
        var update = message(1, "\"text\":\"once\"");
        hook(update).then().statusCode(200);
        hook(update).then().statusCode(200);
        try (var jenni = writes("unused")) {
            hook(message(2, "\"text\":\"twice\"")).then().statusCode(200);
            assertEquals(2, jenni.messages(2));
        }
    }

    @Test
    void whoeverDoesNotKnowTheSecretIsRefusedAndNothingIsStored() {
        var update = message(1, "\"text\":\"forged\"");
        hook(update, null).then().statusCode(401);
        hook(update, "another-secret").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(update)
                .post("/api/v1/hooks/telegram/nobody")
                .then()
                .statusCode(404);
        hook("{\"update_id\":", SocialSettings.HOOK_SECRET).then().statusCode(400);
        assertNull(Database.value("select id from conversation where handle_value = ?", Long.toString(mikko)));
    }

    @Test
    void aPressIsAnsweredAtOnceSoThatTheButtonStopsSpinning() {
        hook("""
                {"update_id":%d,"callback_query":{"id":"4382bf","from":{"id":%d,"first_name":"Mikko"},"data":"y",
                "message":{"message_id":7,"chat":{"id":%d,"type":"private"}}}}
                """.formatted(updates++, mikko, mikko))
                .then()
                .statusCode(200)
                .body("method", equalTo("answerCallbackQuery"))
                .body("callback_query_id", equalTo("4382bf"));
    }

    @Test
    void aLongAnswerGoesOnWhereTheLimitStoppedIt() throws IOException {
        try (var jenni = writes("Tell me everything")) {
            telegram.then(
                    answer(200, "{\"ok\":true,\"result\":{\"message_id\":71,\"chat\":{\"id\":" + mikko + "}}}"),
                    answer(429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":1}}"));
            var id = jenni.answers("first " + "a".repeat(4089) + " second");
            assertEquals("sent", jenni.outcome(id).path("status").asText());
            assertEquals(3, telegram.requests().size());
            assertTrue(sent(0).path("text").asText().startsWith("first "));
            assertEquals("second", sent(1).path("text").asText());
            assertEquals("second", sent(2).path("text").asText());
            assertEquals(
                    mikko + ":71", Database.value("select provider_id from message where id = ?", UUID.fromString(id)));
            assertEquals(0, Database.count("select count(*) from sent_part where message_id = ?", UUID.fromString(id)));
        }
    }

    @Test
    void whoeverHasBlockedTheBotGetsNoMore() {
        try (var jenni = writes("I am going to block you")) {
            telegram.then(answer(
                    403,
                    "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}"));
            var outcome = jenni.outcome(jenni.answers("Please don't"));
            assertEquals("failed", outcome.path("status").asText());
            assertEquals(
                    "The customer has blocked the bot, or never wrote to it",
                    outcome.path("reason").asText());
        }
    }

    @Test
    void aFileIsFetchedByReference() {
        telegram.usually(request -> switch (request.uri().replaceAll(".*/", "")) {
            case "getFile" ->
                answer(200, "{\"ok\":true,\"result\":{\"file_id\":\"large\",\"file_path\":\"photos/file_1.png\"}}");
            case "file_1.png" -> ProviderStandIn.content("application/octet-stream", PNG);
            default -> answer(404, "{}");
        });
        hook(message(
                        1,
                        "\"caption\":\"It leaks here\",\"document\":{\"file_id\":\"large\",\"file_name\":\"leak.png\",\"mime_type\":\"image/png\",\"file_size\":"
                                + PNG.length + "}"))
                .then()
                .statusCode(200);
        var content = await().atMost(Duration.ofSeconds(15))
                .until(() -> Database.value("""
                                select a.content from attachment a join conversation c on c.id = a.conversation_id
                                where c.handle_value = ? and a.content is not null
                                """, Long.toString(mikko)), found -> found != null);
        assertEquals(PNG.length, ((byte[]) content).length);
    }
}
