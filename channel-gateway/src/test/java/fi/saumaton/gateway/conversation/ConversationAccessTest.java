/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.gateway.Socket;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;
import fi.saumaton.kit.web.Cursor;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Who may read conversations, and which. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class ConversationAccessTest {
    private TestVisitor visitor;
    private final TestAgent jenni = TestAgent.someone();

    @BeforeEach
    void come() {
        visitor = TestVisitor.anonymous();
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        for (var id : new String[] {UUID.randomUUID().toString(), "nonsense"}) {
            var path = "/api/v1/conversations/" + id;
            jenni.asks().get(path).then().statusCode(404).contentType("application/problem+json");
            jenni.asks().get(path + "/messages").then().statusCode(404);
            jenni.asks()
                    .body(Map.of("text", "a"))
                    .post(path + "/messages")
                    .then()
                    .statusCode(404);
            jenni.asks()
                    .body(Map.of("reason", "other"))
                    .post(path + "/closure")
                    .then()
                    .statusCode(404);
            jenni.asks().get("/api/v1/attachments/" + id).then().statusCode(404);
        }
    }

    @Test
    void onlyThePeopleWhoServeComeIn() {
        var path = "/api/v1/conversations/" + visitor.opensConversation();
        var manager = TestTokens.person("m-" + UUID.randomUUID(), "manager");
        for (var get : new String[] {"/api/v1/conversations", path, path + "/messages", "/api/v1/channels"}) {
            given().get(get).then().statusCode(401).contentType("application/problem+json");
            given().auth()
                    .oauth2(TestTokens.expired("jenni", "agent"))
                    .get(get)
                    .then()
                    .statusCode(401);
            given().auth()
                    .oauth2(TestTokens.forged("jenni", "agent"))
                    .get(get)
                    .then()
                    .statusCode(401);
            given().auth()
                    .oauth2(TestTokens.person("c", "colleague"))
                    .get(get)
                    .then()
                    .statusCode(403);
        }
        given().auth().oauth2(manager).get(path).then().statusCode(403);
        given().auth()
                .oauth2(manager)
                .get("/api/v1/attachments/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        given().get("/api/v1/attachments/" + UUID.randomUUID()).then().statusCode(401);
        var reply = given().contentType("application/json").body(Map.of("text", "a"));
        reply.post(path + "/messages").then().statusCode(401);
        reply.auth().oauth2(manager).post(path + "/messages").then().statusCode(403);
        assertEquals(401, Socket.refusal("/api/v1/stream", "bearer." + TestTokens.expired("jenni", "agent")));
        assertEquals(401, Socket.refusal("/api/v1/stream", "bearer." + TestTokens.forged("jenni", "agent")));
        assertEquals(401, Socket.refusal("/api/v1/stream", "nothing"));
        assertEquals(403, Socket.refusal("/api/v1/stream", "bearer." + TestTokens.person("x", "customer")));
        assertEquals(401, Socket.refusal("/api/v1/stream", "visitor." + visitor.token()));
    }

    @Test
    void listsShowWhatIsMineNobodysAndToSupervisorsEverybodys() {
        var mine = jenni.takesConversationOf(visitor);
        come();
        var nobodys = visitor.opensConversation();
        var list = "/api/v1/conversations";
        jenni.asks().get(list).then().statusCode(200).body("items.conversationId", equalTo(List.of(mine.toString())));
        jenni.asks()
                .get(list + "?owner=none&limit=200")
                .then()
                .body("items.conversationId", hasItem(nobodys.toString()))
                .body("items.conversationId", not(hasItem(mine.toString())));
        jenni.asks().get(list + "?owner=all").then().statusCode(403);
        TestAgent.supervisor()
                .asks()
                .get(list + "?owner=all&limit=200")
                .then()
                .statusCode(200)
                .body("items.conversationId", hasItem(mine.toString()));
        jenni.asks().get(list + "?owner=x").then().statusCode(422);
        jenni.asks().get(list + "?limit=0").then().statusCode(422);
        jenni.asks()
                .get(list + "?limit=abc")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("limit"));
        jenni.asks().get(list + "?after=nonsense").then().statusCode(422);
        jenni.asks()
                .queryParam("after", Cursor.of(Long.MAX_VALUE))
                .get(list + "/" + mine + "/messages")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        String next = jenni.asks()
                .get(list + "?owner=none&limit=1")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        jenni.asks()
                .queryParam("after", next)
                .get(list + "?owner=none&limit=1")
                .then()
                .statusCode(200);
    }
}
