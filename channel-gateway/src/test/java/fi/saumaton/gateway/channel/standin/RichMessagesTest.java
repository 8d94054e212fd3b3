/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.standin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
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
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.Socket;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ProviderStandIn;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Files, templates, choices, signs and what cannot be shown, both ways. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class RichMessagesTest {
    private static final byte[] SAW = "a picture of a saw".getBytes(StandardCharsets.UTF_8);

    private final TestAgent jenni = TestAgent.someone();
    private final String user = "u-" + UUID.randomUUID();
    private ProviderStandIn provider;
    private Socket desk;
    private UUID conversation;

    @BeforeEach
    void start() {
        Database.value("delete from delivery where channel like 'standin:%'"); // what others have left
        Database.value("update attachment set state = 'failed' where state = 'pending'");
        provider = ProviderStandIn.start(StandInCalls.port())
                .usually(request -> ProviderStandIn.answer(200, "{\"id\":\"p-" + UUID.randomUUID() + "\"}"));
        customerSends(Map.of("type", "text", "id", "m-" + user, "from", user, "text", "Hello"));
        conversation = (UUID) await().until(
                        () -> Database.value("select id from conversation where handle_value = ?", user),
                        Objects::nonNull);
        desk = jenni.socket().fromNow();
        jenni.getsAssigned(conversation);
        desk.awaitEvent("conversation.assigned");
    }

    @AfterEach
    void stop() {
        desk.close();
        provider.close();
    }

    private static void customerSends(Map<String, Object> item) {
        StandInCalls.item("main", item).send().then().statusCode(200);
    }

    private ValidatableResponse reply(Map<String, Object> body) {
        return jenni.asks()
                .body(body)
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then();
    }

    private ValidatableResponse messages() {
        return jenni.asks()
                .get("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(200);
    }

    private JsonObject lastSent() {
        return await().until(
                        () -> provider.requests().stream()
                                .filter(request -> request.uri().equals("/messages"))
                                .reduce((one, other) -> other)
                                .map(request -> new JsonObject(request.body()))
                                .orElse(null),
                        Objects::nonNull);
    }

    @Test
    void aFileIsFetchedInTheBackgroundWithRetries() throws Exception {
        provider.then(ProviderStandIn.answer(503, ""), ProviderStandIn.content("image/png", SAW));
        var sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(SAW));
        var url = provider.url("/files/1").toString();
        customerSends(Map.of("type", "file", "id", "f-" + user, "from", user, "url", url, "sha256", sha));
        var changed = desk.awaitEvent("attachment.changed");
        assertEquals("stored", changed.path("attachment").path("state").asText());
        assertEquals(SAW.length, changed.path("attachment").path("size").asInt());
        messages().body("items.kind", hasItem("media")).body("items[1].attachments[0].state", equalTo("stored"));
        var id = changed.path("attachment").path("id").asText();
        var bytes = jenni.asks()
                .get("/api/v1/attachments/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertEquals(new String(SAW, StandardCharsets.UTF_8), new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatIsGoneOrAnotherOneIsSaidToBeLost() {
        provider.then(ProviderStandIn.content("image/png", SAW));
        var url = provider.url("/files/1").toString();
        customerSends(Map.of("type", "file", "id", "f-" + user, "from", user, "url", url, "sha256", "00"));
        var attachment = desk.awaitEvent("attachment.changed").path("attachment");
        assertEquals("failed", attachment.path("state").asText());
        assertEquals(
                "The file is not the one that was announced",
                attachment.path("reason").asText());
        jenni.asks()
                .get("/api/v1/attachments/" + attachment.path("id").asText())
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:saumaton:problem:attachment-lost"));
    }

    @Test
    void aFileStillComingCanBeAskedForLater() {
        provider.usually(request -> ProviderStandIn.answer(503, ""));
        var url = provider.url("/files/1").toString();
        customerSends(Map.of("type", "file", "id", "f-" + user, "from", user, "url", url));
        desk.awaitEvent("message.received");
        var id = Database.value("select id from attachment where conversation_id = ?", conversation);
        jenni.asks()
                .get("/api/v1/attachments/" + id)
                .then()
                .statusCode(409)
                .header("Retry-After", "5")
                .body("type", equalTo("urn:saumaton:problem:attachment-pending"));
    }

    @Test
    void templatesChoicesAndFilesGoOut() {
        reply(Map.of(
                        "text",
                        "Your chain oil is ready",
                        "content",
                        Map.of(
                                "type",
                                "template",
                                "name",
                                "ready",
                                "language",
                                "fi",
                                "parameters",
                                Map.of("1", "oil"))))
                .statusCode(202)
                .body("content.type", equalTo("template"));
        await().untilAsserted(() -> assertEquals("Template", lastSent().getString("content")));
        var file =
                bring(conversation, "image/png", SAW).statusCode(201).extract().<String>path("id");
        reply(Map.of("files", List.of(file))).statusCode(202).body("attachments[0].name", equalTo("saw.png"));
        await().untilAsserted(() -> assertEquals(1, lastSent().getInteger("files")));
        reply(Map.of("text", "Again", "files", List.of(file))).statusCode(422);
    }

    private ValidatableResponse bring(UUID to, String mediaType, byte[] content) {
        return jenni.asks()
                .contentType(mediaType)
                .body(content)
                .post("/api/v1/conversations/" + to + "/files?name=saw.png")
                .then();
    }

    @Test
    void filesAreTheOwnersToBring() {
        bring(UUID.randomUUID(), "image/png", SAW).statusCode(404);
        var path = "/api/v1/conversations/" + conversation + "/files?name=saw.png";
        given().contentType("image/png").body(SAW).post(path).then().statusCode(401);
        TestAgent.someone()
                .asks()
                .contentType("image/png")
                .body(SAW)
                .post(path)
                .then()
                .statusCode(409);
        given().auth()
                .oauth2(jenni.tokenWith("admin"))
                .contentType("image/png")
                .body(SAW)
                .post(path)
                .then()
                .statusCode(403);
    }

    @Test
    void whatTheChannelCannotDoIsRefusedBeforeItIsStored() {
        var video =
                bring(conversation, "video/mp4", SAW).statusCode(201).extract().<String>path("id");
        reply(Map.of("text", "Look", "files", List.of(video)))
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:not-in-this-channel"));
        reply(Map.of("text", " ")).statusCode(422);
        Database.value(
                "update message set occurred_at = now() - interval '25 hours' where conversation_id = ?", conversation);
        reply(Map.of("text", "Too late"))
                .statusCode(409)
                .body("type", equalTo("urn:saumaton:problem:reply-window-closed"))
                .body("templates", equalTo(true));
        messages().body("items.size()", equalTo(1));
    }

    @Test
    void aSignReachesTheProviderAndAReactionIsNoWork() {
        sign("typing").statusCode(204);
        sign("read").statusCode(204);
        await().untilAsserted(() -> assertEquals(
                List.of("TYPING", "READ"),
                provider.requests().stream()
                        .filter(request -> request.uri().equals("/signals"))
                        .map(request -> new JsonObject(request.body()).getString("kind"))
                        .toList()));
        Database.value("update conversation set reply_due_since = null where id = ?", conversation);
        customerSends(Map.of("type", "reaction", "id", "r-" + user, "from", user, "text", "👍"));
        var message = desk.awaitEvent("message.received").path("message");
        assertEquals("reaction", message.path("kind").asText());
        assertEquals(0, Database.count("select count(reply_due_since) from conversation where id = ?", conversation));
    }

    private ValidatableResponse sign(String type) {
        return jenni.asks()
                .body(Map.of("type", type))
                .post("/api/v1/conversations/" + conversation + "/signals")
                .then();
    }

    @Test
    void signsAreTheOwnersToGive() {
        var path = "/api/v1/conversations/" + conversation + "/signals";
        given().contentType(ContentType.JSON)
                .body("{\"type\":\"typing\"}")
                .post(path)
                .then()
                .statusCode(401);
        TestAgent.someone()
                .asks()
                .body(Map.of("type", "typing"))
                .post(path)
                .then()
                .statusCode(409);
        sign("dancing").statusCode(400);
        jenni.asks()
                .body(Map.of("type", "read"))
                .post("/api/v1/conversations/" + UUID.randomUUID() + "/signals")
                .then()
                .statusCode(404);
    }

    @Test
    void aReadMarkUpToATimeSettlesAllBeforeIt() {
        var id = reply(Map.of("text", "one")).statusCode(202).extract().<String>path("messageId");
        await().untilAsserted(() -> assertEquals(
                "sent", Database.value("select delivery_status from message where id = ?", UUID.fromString(id))));
        customerSends(Map.of("type", "seen", "by", user, "upTo", "2100-01-01T00:00:00Z"));
        await().untilAsserted(() -> assertEquals(
                "read", Database.value("select delivery_status from message where id = ?", UUID.fromString(id))));
    }

    @Test
    void whatCannotBeShownSaysSo() {
        customerSends(Map.of("type", "hologram", "id", "h-" + user, "from", user));
        var message = desk.awaitEvent("message.received").path("message");
        assertEquals("unsupported", message.path("kind").asText());
        assertEquals("[hologram]", message.path("text").asText());
    }

    @Test
    void aChallengeIsAnsweredAndAnUnknownChannelIsNotFound() {
        given().get("/api/v1/hooks/standin/main?challenge=12345")
                .then()
                .statusCode(200)
                .body(equalTo("12345"));
        given().get("/api/v1/hooks/standin/main").then().statusCode(401);
        given().get("/api/v1/hooks/standin/nobody").then().statusCode(404);
        given().body("{}").post("/api/v1/hooks/webchat/shop").then().statusCode(404);
    }
}
