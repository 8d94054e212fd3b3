/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ProviderStandIn;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A partner brings a channel, uses it at once, changes its secret and takes it away. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class CustomChannelTest {
    private static final String PATH = "/api/v1/custom-channels";

    private final String name = "partner-" + UUID.randomUUID().toString().substring(0, 8);
    private final TestAgent jenni = TestAgent.someone();
    private ProviderStandIn partner;

    @BeforeEach
    void start() {
        partner = ProviderStandIn.start(0);
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(jenni.tokenWith("admin")).contentType(ContentType.JSON);
    }

    private Map<String, Object> description(int longest) {
        return Map.of(
                "displayName",
                "The partner's own",
                "url",
                partner.url("/answers").toString(),
                "capabilities",
                Map.of("maxTextLength", longest, "buttons", 3, "replyWindow", "PT24H"));
    }

    private String created() {
        return admin().body(Map.of("name", name, "channel", description(500)))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("channel", equalTo("custom:" + name))
                .body("hook", equalTo("/api/v1/hooks/custom/" + name))
                .body("capabilities.resend", equalTo("SAME_ID"))
                .extract()
                .path("secret");
    }

    private Response says(String secret, String user, String text) {
        var body = new JsonObject()
                .put("messageId", UUID.randomUUID().toString())
                .put("from", Map.of("kind", "webhook-user", "value", user))
                .put("text", text)
                .encode();
        var id = UUID.randomUUID().toString();
        long now = Instant.now().getEpochSecond();
        return given().contentType(ContentType.JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", new Signature(secret).sign(id, now, body.getBytes()))
                .body(body)
                .post("/api/v1/hooks/custom/" + name);
    }

    @Test
    void whatAPartnerBringsWorksAtOnce() {
        var secret = created();
        says(secret, "u-1", "Hello").then().statusCode(200);
        var conversation = (UUID) await().until(
                        () -> Database.value("select id from conversation where channel = ?", "custom:" + name),
                        Objects::nonNull);
        try (var desk = jenni.socket().fromNow()) {
            jenni.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
        }
        var choices = Map.of("type", "choices", "options", List.of(Map.of("id", "y", "title", "Yes")));
        jenni.asks()
                .body(Map.of("text", "Chain oil?", "content", choices))
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(202);
        var request =
                await().until(() -> partner.requests().stream().findFirst().orElse(null), Objects::nonNull);
        var sent = new JsonObject(request.body());
        assertEquals("Chain oil?", sent.getString("text"));
        assertEquals("custom:" + name + ":u-1", sent.getJsonObject("to").getString("value"));
        assertEquals(
                "Yes",
                sent.getJsonObject("content")
                        .getJsonArray("options")
                        .getJsonObject(0)
                        .getString("title"));
        var expected = new Signature(secret)
                .sign(
                        request.headers().get("webhook-id"),
                        Long.parseLong(request.headers().get("webhook-timestamp")),
                        request.body().getBytes());
        assertEquals(expected, request.headers().get("webhook-signature"));
        jenni.replies(conversation, "x".repeat(501)).then().statusCode(422);
        jenni.asks().get("/api/v1/channels").then().body("items.name", hasItem("custom:" + name));
    }

    @Test
    void aNewSecretLeavesTheFormerOneRightForADay() {
        var former = created();
        var fresh = admin().post(PATH + "/" + name + "/secret")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("secret");
        says(former, "u-1", "with the former").then().statusCode(200);
        says(fresh, "u-1", "with the new").then().statusCode(200);
        says(CustomChannel.newSecret(), "u-1", "with another").then().statusCode(401);
    }

    @Test
    void itIsChangedAndTakenAway() {
        var secret = created();
        admin().body(description(50))
                .put(PATH + "/" + name)
                .then()
                .statusCode(200)
                .body("capabilities.maxTextLength", equalTo(50))
                .body("secret", nullValue());
        admin().get(PATH + "/" + name)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("secret", nullValue());
        admin().get(PATH).then().statusCode(200).body("items.name", hasItem(name));
        admin().delete(PATH + "/" + name).then().statusCode(204);
        says(secret, "u-1", "Anybody there?").then().statusCode(404);
        admin().get(PATH).then().body("items.name", not(hasItem(name)));
    }

    @Test
    void namesAreTakenOnceAndSayWhatIsWrong() {
        created();
        admin().body(Map.of("name", name, "channel", description(500)))
                .post(PATH)
                .then()
                .statusCode(409);
        admin().body(Map.of("name", "Not A Name", "channel", description(500)))
                .post(PATH)
                .then()
                .statusCode(422);
        admin().body(Map.of("name", name + "-2", "channel", description(0)))
                .post(PATH)
                .then()
                .statusCode(422);
    }

    @Test
    void onlyAdminsAndPartnersWithTheScopeMay() {
        given().get(PATH).then().statusCode(401);
        jenni.asks().get(PATH).then().statusCode(403);
        jenni.asks().body(description(5)).put(PATH + "/" + name).then().statusCode(403);
        admin().get(PATH + "/" + name).then().statusCode(404);
        admin().body(description(5)).put(PATH + "/" + name).then().statusCode(404);
        admin().delete(PATH + "/" + name).then().statusCode(404);
        admin().post(PATH + "/" + name + "/secret").then().statusCode(404);
    }
}
