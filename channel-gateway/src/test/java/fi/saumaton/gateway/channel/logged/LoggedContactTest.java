/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.logged;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.SocialDesk;
import fi.saumaton.gateway.channel.SocialSettings;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Jenni has written with Mikko on LinkedIn, where no API reaches, and writes it down. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SocialSettings.class, scope = TestResourceScope.GLOBAL)
class LoggedContactTest {
    private static final String PATH = "/api/v1/logged-contacts";

    private final TestAgent jenni = TestAgent.someone();
    private final String mikko = "@mikko" + UUID.randomUUID();

    private Map<String, Object> contact(String text) {
        return Map.of(
                "channel",
                "logged:linkedin",
                "from",
                Map.of("kind", "linkedin", "value", mikko.toUpperCase(Locale.ROOT), "displayName", "Mikko"),
                "text",
                text,
                "occurredAt",
                "2026-11-20T10:00:00Z");
    }

    private Response log(Object contact, String key) {
        var request = jenni.asks();
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.body(contact).post(PATH);
    }

    private UUID conversation() {
        return (UUID) await().until(
                        () -> Database.value("select id from conversation where handle_value = ?", mikko),
                        found -> found != null);
    }

    @Test
    void whatIsLoggedIsAConversationThatNobodyHasToAnswer() {
        log(contact("Asked for a spare part list"), null).then().statusCode(202);
        try (var events = new Broker("conversation.events")) {
            var message = events.await(conversation(), "fi.saumaton.conversation.message-received.v1")
                    .data();
            assertEquals("Asked for a spare part list", message.path("text").asText());
            assertEquals("logged", message.path("channelKind").asText());
            assertEquals(
                    "LinkedIn messages, logged by " + jenni.name(),
                    message.path("subject").asText());
            assertEquals(true, message.path("automatic").asBoolean());
            assertEquals("2026-11-20T10:00:00Z", message.path("occurredAt").asText());
            assertEquals(false, message.at("/sender/handles/0/proven").asBoolean());
        }
    }

    @Test
    void whatIsStillDueBecomesWorkAndItsAnswerIsLoggedToo() {
        var due = new HashMap<>(contact("Wants to be called back"));
        due.put("replyDue", true);
        log(due, null).then().statusCode(202);
        try (var desk = new SocialDesk("logged:linkedin", mikko)) {
            assertEquals(
                    1,
                    Database.count(
                            "select count(*) from conversation where id = ? and reply_due_since is not null",
                            desk.conversation()));
            assertEquals(
                    "sent",
                    desk.outcome(desk.answers("Called, all is well"))
                            .path("status")
                            .asText());
        }
    }

    @Test
    void theSameKeyIsWrittenOnce() {
        var first = log(contact("once"), "k-1").then().statusCode(202).extract().<String>path("id");
        assertEquals(first, log(contact("once"), "k-1").path("id"));
        log(contact("twice"), "k-2").then().statusCode(202);
        var id = conversation();
        await().until(() -> Database.count("select count(*) from message where conversation_id = ?", id) >= 2);
        assertEquals(2, Database.count("select count(*) from message where conversation_id = ?", id));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var elsewhere = new HashMap<>(contact("x"));
        elsewhere.put("channel", "webchat:shop");
        log(elsewhere, null).then().statusCode(422);
        var early = new HashMap<>(contact("x"));
        early.put("occurredAt", Instant.now().plusSeconds(3600).toString());
        log(early, null).then().statusCode(422);
        var visitor = new HashMap<>(contact("x"));
        visitor.put("from", Map.of("kind", "visitor", "value", "v"));
        log(visitor, null).then().statusCode(422);
        log(Map.of("channel", "logged:linkedin"), null).then().statusCode(422);
    }

    @Test
    void onlyPeopleOfTheHouseLog() {
        given().contentType(ContentType.JSON)
                .body(contact("x"))
                .post(PATH)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.person("partner-" + UUID.randomUUID(), "partner"))
                .contentType(ContentType.JSON)
                .body(contact("x"))
                .post(PATH)
                .then()
                .statusCode(403);
    }
}
