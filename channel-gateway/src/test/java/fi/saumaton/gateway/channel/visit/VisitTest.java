/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.visit;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.SocialDesk;
import fi.saumaton.gateway.channel.SocialSettings;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Mikko stands at the door. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SocialSettings.class, scope = TestResourceScope.GLOBAL)
class VisitTest {
    private static final String HOUSE = "/api/v1/visits/helsinki";
    private static final String DOOR = "/api/v1/places/helsinki/visits";

    private final TestAgent jenni = TestAgent.someone();
    private final TestAgent sami = TestAgent.someone();
    private final String mikko = "mikko-" + UUID.randomUUID() + "@example.test";

    private Map<String, Object> announcement() {
        return Map.of("name", "Mikko", "purpose", "picks up his saw", "host", "Sami", "email", mikko);
    }

    private static RequestSpecification tablet(String key) {
        return given().contentType(ContentType.JSON).header("Device-Key", key);
    }

    private String comes() {
        return tablet(SocialSettings.DEVICE_KEY)
                .body(announcement())
                .post(DOOR)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static Response seen(String visit) {
        return await().until(
                        () -> tablet(SocialSettings.DEVICE_KEY).get(DOOR + "/" + visit),
                        answer -> answer.statusCode() == 200);
    }

    @Test
    void whoComesIsQueuedAndSeenByTheFirstWhoGoes() {
        var visit = comes();
        seen(visit).then().body("acknowledgedBy", nullValue());
        try (var desk = new SocialDesk("visit:helsinki", mikko)) {
            assertEquals(
                    "Mikko is here to meet Sami: picks up his saw",
                    Database.value("select text from message where conversation_id = ?", desk.conversation()));
            assertEquals(
                    1,
                    Database.count(
                            "select count(*) from conversation where id = ? and reply_due_since is not null",
                            desk.conversation()));
            jenni.asks()
                    .put(HOUSE + "/" + visit + "/acknowledgement")
                    .then()
                    .statusCode(200)
                    .body("acknowledgedBy", equalTo(jenni.name()))
                    .body("late", equalTo(false));
            sami.asks()
                    .put(HOUSE + "/" + visit + "/acknowledgement")
                    .then()
                    .statusCode(200)
                    .body("acknowledgedBy", equalTo(jenni.name()));
            assertEquals(
                    "sent",
                    desk.outcome(desk.answers("Sami comes in a minute"))
                            .path("status")
                            .asText());
            seen(visit)
                    .then()
                    .body("acknowledgedBy", equalTo(jenni.name()))
                    .body("reply", equalTo("Sami comes in a minute"));
        }
    }

    @Test
    void whoeverStandsThereTooLongIsLate() {
        var visit = comes();
        seen(visit);
        Database.value(
                "update message set recorded_at = recorded_at - interval '121 seconds' where channel = 'visit:helsinki' and provider_id = ?",
                visit);
        jenni.asks()
                .get(HOUSE)
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + visit + "' }.late", equalTo(true));
        jenni.asks()
                .put(HOUSE + "/" + visit + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("late", equalTo(true));
    }

    @Test
    void theReceptionAnnouncesAsWell() {
        String visit = jenni.asks()
                .body(Map.of("name", "Somebody"))
                .post(HOUSE)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        seen(visit);
        assertEquals(
                1,
                Database.count(
                        "select count(*) from conversation where handle_kind = 'visit' and handle_value = ?", visit));
    }

    @Test
    void whoeverHasNoKeyOrNoRoleIsRefused() {
        tablet("another-key").body(announcement()).post(DOOR).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(announcement())
                .post(DOOR)
                .then()
                .statusCode(401);
        tablet("another-key").get(DOOR + "/" + UUID.randomUUID()).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(announcement())
                .post(HOUSE)
                .then()
                .statusCode(401);
        given().get(HOUSE).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.person("partner-" + UUID.randomUUID(), "partner"))
                .get(HOUSE)
                .then()
                .statusCode(403);
        tablet(SocialSettings.DEVICE_KEY)
                .get(DOOR + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        jenni.asks()
                .put(HOUSE + "/" + UUID.randomUUID() + "/acknowledgement")
                .then()
                .statusCode(404);
        jenni.asks().get("/api/v1/visits/nowhere").then().statusCode(404);
        tablet(SocialSettings.DEVICE_KEY)
                .body(Map.of("purpose", "no name"))
                .post(DOOR)
                .then()
                .statusCode(422);
    }
}
