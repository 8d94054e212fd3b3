/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.SocialDesk;
import fi.saumaton.gateway.channel.SocialSettings;

import static fi.saumaton.gateway.channel.ProviderStandIn.answer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Mikko writes on X, in private and in public; Jenni answers where he wrote. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SocialSettings.class, scope = TestResourceScope.GLOBAL)
class XFlowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long mikko = ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L);
    private final long event = ThreadLocalRandom.current().nextLong(1L << 60);
    private ProviderStandIn x;

    @BeforeEach
    void start() {
        x = SocialDesk.provider("saumaton.channel.x.support.base-url");
    }

    @AfterEach
    void stop() {
        x.close();
    }

    private static Response hook(String body) {
        return hook(body, new XSignature(SocialSettings.CONSUMER_SECRET).sign(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Response hook(String body, String signature) {
        var request = given().contentType(ContentType.JSON);
        if (signature != null) {
            request.header("x-twitter-webhooks-signature", signature);
        }
        return request.body(body.getBytes(StandardCharsets.UTF_8)).post("/api/v1/hooks/x/support");
    }

    private String directMessage(String text) {
        return """
                {"for_user_id":"10","direct_message_events":[{"type":"message_create","id":"%d","created_timestamp":"1795341600123",
                "message_create":{"target":{"recipient_id":"10"},"sender_id":"%d","message_data":{"text":"%s"}}}],
                "users":{"%d":{"id":"%d","name":"Mikko"}}}
                """.formatted(event, mikko, text, mikko, mikko);
    }

    private String post(String type) {
        return post(type, event);
    }

    private String post(String type, long id) {
        return """
                {"data":{"event_uuid":"%d","event_type":"%s","payload":{"id":"%d","author_id":"%d","conversation_id":"%d",
                "text":"@support it is broken","created_at":"2026-11-22T09:59:00.000Z"}}}
                """.formatted(id + type.length(), type, id, mikko, event);
    }

    private SocialDesk desk() {
        return new SocialDesk("x:support", Long.toString(mikko));
    }

    @Test
    void theChallengeIsAnsweredAtAnyTime() {
        given().queryParam("crc_token", "challenge_string")
                .get("/api/v1/hooks/x/support")
                .then()
                .statusCode(200)
                .body(
                        "response_token",
                        equalTo(new XSignature(SocialSettings.CONSUMER_SECRET).answer("challenge_string")));
    }

    @Test
    void aDirectMessageIsAnsweredInPrivate() throws IOException {
        x.usually(request ->
                answer(201, "{\"data\":{\"dm_conversation_id\":\"1-2\",\"dm_event_id\":\"" + (event + 5) + "\"}}"));
        hook(directMessage("Where is my order?")).then().statusCode(200);
        try (var jenni = desk()) {
            assertEquals(
                    "sent",
                    jenni.outcome(jenni.answers("On its way")).path("status").asText());
            var request = x.requests().getFirst();
            assertEquals("/2/dm_conversations/with/" + mikko + "/messages", request.uri());
            assertEquals(JSON.readTree("{\"text\":\"On its way\"}"), JSON.readTree(request.body()));
            assertTrue(
                    request.headers().get("Authorization").startsWith("OAuth oauth_consumer_key=\"a-consumer-key\""));
            assertEquals(
                    "dm:" + (event + 5),
                    Database.value(
                            "select provider_id from message where conversation_id = ? and direction = 'out'",
                            jenni.conversation()));
        }
    }

    @Test
    void aMentionIsStoredOnceAndAnsweredInPublic() throws IOException {
        x.usually(request -> answer(201, "{\"data\":{\"id\":\"" + (event + 9) + "\"}}"));
        hook(post("post.mention.create")).then().statusCode(200);
        hook(post("post.reply.create")).then().statusCode(200);
        try (var jenni = desk()) {
            assertEquals(
                    "sent",
                    jenni.outcome(jenni.answers("Sorry to hear that"))
                            .path("status")
                            .asText());
            assertEquals("/2/tweets", x.requests().getFirst().uri());
            assertEquals(
                    JSON.readTree(
                            "{\"text\":\"Sorry to hear that\",\"reply\":{\"in_reply_to_tweet_id\":\"" + event + "\"}}"),
                    JSON.readTree(x.requests().getFirst().body()));
            hook(post("post.mention.create", event + 100)).then().statusCode(200);
            assertEquals(2, jenni.messages(2), "the same post through two subscriptions is one");
        }
    }

    @Test
    void aPublicAnswerThatIsTooLongForXNeverLeaves() {
        hook(post("post.mention.create")).then().statusCode(200);
        try (var jenni = desk()) {
            var outcome = jenni.outcome(jenni.answers("a".repeat(281)));
            assertEquals("failed", outcome.path("status").asText());
            assertEquals(
                    "A public reply holds 280 characters as X counts, this one has 281",
                    outcome.path("reason").asText());
            assertEquals(0, x.requests().size());
        }
    }

    @Test
    void aLimitIsWaitedOutUntilItsReset() {
        hook(directMessage("Limits?")).then().statusCode(200);
        try (var jenni = desk()) {
            var reset = Instant.now().getEpochSecond() + 1;
            x.then(
                    answer(429, "{}").with("x-rate-limit-reset", Long.toString(reset)),
                    answer(201, "{\"data\":{\"dm_event_id\":\"" + (event + 7) + "\"}}"));
            assertEquals(
                    "sent",
                    jenni.outcome(jenni.answers("Patience")).path("status").asText());
            assertEquals(2, x.requests().size());
        }
    }

    @Test
    void forgedAndUnsignedEventsAreRefusedAndNothingIsStored() {
        var body = directMessage("forged");
        hook(body, null).then().statusCode(401);
        hook(body, new XSignature("another-secret").sign(body.getBytes(StandardCharsets.UTF_8)))
                .then()
                .statusCode(401);
        assertNull(Database.value("select id from conversation where handle_value = ?", Long.toString(mikko)));
    }
}
