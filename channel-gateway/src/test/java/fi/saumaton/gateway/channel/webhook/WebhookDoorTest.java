/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestWebhook;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class WebhookDoorTest {
    private final TestWebhook system = new TestWebhook("bench");

    private void awaitMessages(long count) {
        await().untilAsserted(() -> assertEquals(count, messages()));
    }

    private long messages() {
        return Database.count("""
                select count(*) from message m join conversation c on c.id = m.conversation_id where c.handle_value = ?
                """, system.handle());
    }

    private static String problem(String slug) {
        return "urn:saumaton:problem:" + slug;
    }

    @Test
    void aSignedMessageIsAcceptedAndStoredOnce() {
        var body = TestWebhook.json(system.message("m-" + UUID.randomUUID(), "Hello"));
        for (int i = 0; i < 3; i++) {
            system.post(body).then().statusCode(200).body("accepted", equalTo(true));
        }
        system.says("Once more").then().statusCode(200);
        awaitMessages(2);
        assertEquals(
                "Mikko",
                Database.value(
                        "select sender ->> 'display_name' from conversation where handle_value = ?", system.handle()));
    }

    @Test
    void withoutARightSignatureNothingIsAccepted() {
        var body = TestWebhook.json(system.message("m-" + UUID.randomUUID(), "Hello"));
        var id = UUID.randomUUID().toString();
        var now = Instant.now();
        system.post(body, id, now, "v1,AAAA").then().statusCode(401).body("type", equalTo(problem("unauthorised")));
        system.post(body + " ", id, now, TestWebhook.signature(id, now.getEpochSecond(), body))
                .then()
                .statusCode(401);
        system.post(body, Instant.now().minusSeconds(301)).then().statusCode(401);
        system.post(body, Instant.now().plusSeconds(301)).then().statusCode(401);
        assertEquals(0, messages());
    }

    @Test
    void anUnknownChannelIsNotFound() {
        new TestWebhook("nowhere").says("Hello").then().statusCode(404).body("type", equalTo(problem("not-found")));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        system.post("{").then().statusCode(400).contentType("application/problem+json");
        system.post("null").then().statusCode(400);
        system.post("{}").then().statusCode(422).body("type", equalTo(problem("invalid")));
        system.post(TestWebhook.json(Map.of("messageId", "m", "from", Map.of("kind", "email"), "text", "a")))
                .then()
                .statusCode(422);
        for (var kind : new String[] {"visitor", "Visitor", "e mail"}) {
            var from = Map.of("kind", kind, "value", UUID.randomUUID().toString());
            system.post(TestWebhook.json(Map.of("messageId", "m", "from", from, "text", "a")))
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("from.kind"));
        }
        system.post("x".repeat(600_000)).then().statusCode(413).body("type", equalTo(problem("too-large")));
        assertEquals(0, messages());
    }

    @Test
    void anAddressFromAnotherSystemIsAClaim() {
        var email = UUID.randomUUID() + "@example.test";
        var message =
                Map.of("messageId", "m-" + email, "from", Map.of("kind", "email", "value", email), "text", "It is me");
        system.post(TestWebhook.json(message)).then().statusCode(200);
        await().untilAsserted(() -> assertEquals(
                "false",
                Database.value(
                        "select sender -> 'handles' -> 0 ->> 'proven' from conversation where handle_value = ?",
                        email)));
    }
}
