/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What may be answered, once. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class ReplyTest {
    private TestVisitor visitor;
    private final TestAgent jenni = TestAgent.someone();

    @BeforeEach
    void come() {
        visitor = TestVisitor.anonymous();
    }

    private static String problem(String slug) {
        return "urn:saumaton:problem:" + slug;
    }

    @Test
    void aRepeatedReplyIsStoredOnce() {
        var conversation = jenni.takesConversationOf(visitor);
        var key = UUID.randomUUID().toString();
        String first = jenni.replies(conversation, "once", key)
                .then()
                .statusCode(202)
                .extract()
                .path("messageId");
        String second = jenni.replies(conversation, "once", key)
                .then()
                .statusCode(202)
                .extract()
                .path("messageId");
        assertEquals(first, second);
        assertEquals(
                1,
                Database.count(
                        "select count(*) from message where conversation_id = ? and direction = 'out'", conversation));
        jenni.replies(conversation, "something else", key)
                .then()
                .statusCode(422)
                .body("type", equalTo(problem("idempotency-key-reused")));
    }

    @Test
    void aChannelThatIsSwitchedOffTakesNoAnswer() {
        var conversation = jenni.takesConversationOf(visitor);
        Database.value("update conversation set channel = 'webchat:gone' where id = ?", conversation);
        jenni.replies(conversation, "anybody there?")
                .then()
                .statusCode(409)
                .body("type", equalTo(problem("conflict")))
                .body("detail", equalTo("The conversation's channel is switched off"));
    }

    @Test
    void badRepliesAreRefusedByName() {
        var conversation = jenni.takesConversationOf(visitor);
        var path = "/api/v1/conversations/" + conversation + "/messages";
        jenni.replies(conversation, " ").then().statusCode(422).contentType("application/problem+json");
        jenni.replies(conversation, "x".repeat(8001))
                .then()
                .statusCode(422)
                .body("maxLength", equalTo(8000))
                .body("field", equalTo("text"));
        jenni.asks()
                .body(Map.of("text", "to what?", "inReplyTo", UUID.randomUUID()))
                .post(path)
                .then()
                .statusCode(422)
                .body("field", equalTo("inReplyTo"));
        jenni.asks().body("{").post(path).then().statusCode(400).contentType("application/problem+json");
        jenni.asks().body("x".repeat(2_000_000)).post(path).then().statusCode(413);
        jenni.asks()
                .body(Map.of("reason", "because"))
                .post("/api/v1/conversations/" + conversation + "/closure")
                .then()
                .statusCode(400);
    }
}
