/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.form;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
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
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.SocialDesk;
import fi.saumaton.gateway.channel.SocialSettings;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Mikko, or somebody who says so, fills in the contact form. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SocialSettings.class, scope = TestResourceScope.GLOBAL)
class FormTest {
    private static final String PATH = "/api/v1/forms/contact/messages";

    private final String mikko = "mikko-" + UUID.randomUUID() + "@example.test";

    private Map<String, Object> message() {
        return new HashMap<>(
                Map.of("email", mikko, "name", "Mikko", "subject", "Chain oil", "text", "Does it need special oil?"));
    }

    private static Response send(Object message) {
        return given().contentType(ContentType.JSON).body(message).post(PATH);
    }

    private String sends() {
        return send(message()).then().statusCode(202).extract().path("receipt");
    }

    private static String reference(String receipt) {
        return await().until(
                        () -> {
                            var answer = given().get(PATH + "/" + receipt);
                            return answer.statusCode() == 200 ? answer.<String>path("reference") : null;
                        },
                        found -> found != null);
    }

    private SocialDesk desk(String handle) {
        return new SocialDesk("form:contact", handle);
    }

    @Test
    void itIsAcknowledgedWithItsReference() {
        var answer = send(message()).then().statusCode(202).header("Location", notNullValue());
        String receipt = answer.extract().path("receipt");
        assertEquals(
                PATH + "/" + receipt,
                URI.create(answer.extract().header("Location")).getPath());
        var reference = reference(receipt);
        try (var jenni = desk(mikko)) {
            assertEquals(
                    reference, Database.value("select reference from conversation where id = ?", jenni.conversation()));
            assertEquals(
                    false,
                    Database.value("select verified from message where conversation_id = ?", jenni.conversation()));
        }
    }

    @Test
    void whoeverTypesTheSameAddressGetsIntoNoConversationOfItsOwner() {
        assertNotEquals(reference(sends()), reference(sends()));
    }

    @Test
    void theAnswerGoesOutByMail() throws IOException {
        sends();
        var url = ConfigProvider.getConfig().getValue("saumaton.channel.webhook.answering.url", URI.class);
        try (var mail = ProviderStandIn.start(url.getPort());
                var jenni = desk(mikko)) {
            assertEquals(
                    "sent",
                    jenni.outcome(jenni.answers("Bio chain oil")).path("status").asText());
            var sent = new ObjectMapper().readTree(mail.requests().getFirst().body());
            assertEquals("email", sent.at("/to/kind").asText());
            assertEquals(mikko, sent.at("/to/value").asText());
            assertEquals("Bio chain oil", sent.path("text").asText());
            assertFalse(sent.hasNonNull("inReplyTo"), "there is no mail to reply to");
        }
    }

    @Test
    void whoeverLeavesAPhoneNumberAloneIsToBeCalled() {
        var phone = "+35840" + (1_000_000 + new Random().nextInt(8_999_999));
        send(Map.of("phone", phone, "text", "Call me")).then().statusCode(202);
        try (var jenni = desk(phone)) {
            var outcome = jenni.outcome(jenni.answers("Hello?"));
            assertEquals("failed", outcome.path("status").asText());
            assertEquals(
                    "They left no e-mail address: call them",
                    outcome.path("reason").asText());
        }
    }

    @Test
    void aProgramThatFillsInWhatNobodySeesIsNotHeard() {
        var spam = message();
        spam.put("website", "https://spam.example");
        String receipt = send(spam).then().statusCode(202).extract().path("receipt");
        reference(sends());
        given().get(PATH + "/" + receipt).then().statusCode(404);
        assertEquals(1, Database.count("select count(*) from conversation where handle_value = ?", mikko));
    }

    @Test
    void whatCannotBeAnsweredOrReadIsRefused() {
        send(Map.of("text", "Who am I?")).then().statusCode(422);
        send(Map.of("email", "nobody", "text", "x")).then().statusCode(422);
        send(Map.of("email", mikko, "text", "a".repeat(10_001))).then().statusCode(422);
        send(Map.of("email", mikko)).then().statusCode(422);
        given().contentType(ContentType.JSON)
                .body(message())
                .post("/api/v1/forms/nowhere/messages")
                .then()
                .statusCode(404);
        given().get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
        assertNull(Database.value("select id from conversation where handle_value = ?", mikko));
    }

    @Test
    void tooManyFromOneAddressHaveToWait() {
        for (int i = 0; i < 2; i++) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("email", mikko, "text", "again " + i))
                    .post("/api/v1/forms/limited/messages")
                    .then()
                    .statusCode(202);
        }
        given().contentType(ContentType.JSON)
                .body(message())
                .post("/api/v1/forms/limited/messages")
                .then()
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, greaterThan(200));
    }

    @Test
    void onlyPagesOfTheCompanyMaySendItFromABrowser() {
        given().header("Origin", "http://shop.test")
                .options(PATH)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("http://shop.test"));
        given().header("Origin", "http://evil.test")
                .options(PATH)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
