/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.SocialDesk;
import fi.saumaton.gateway.channel.SocialSettings;

import static fi.saumaton.gateway.channel.ProviderStandIn.answer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Mikko comments on a post of the company's; Jenni answers as the company. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SocialSettings.class, scope = TestResourceScope.GLOBAL)
class LinkedInFlowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestCommenter mikko = new TestCommenter();
    private ProviderStandIn linkedIn;

    @BeforeEach
    void start() {
        linkedIn = SocialDesk.provider("saumaton.channel.linkedin.company.base-url")
                .usually(request -> answer(201, "{}").with("x-restli-id", Long.toString(mikko.number() + 1)));
    }

    @AfterEach
    void stop() {
        linkedIn.close();
    }

    @Test
    void theChallengeIsAnswered() {
        given().queryParam("challengeCode", "890e4665-4dfe-4ab1-b689-ed553bceeed0")
                .get("/api/v1/hooks/linkedin/company")
                .then()
                .statusCode(200)
                .body("challengeCode", equalTo("890e4665-4dfe-4ab1-b689-ed553bceeed0"))
                .body(
                        "challengeResponse",
                        equalTo(new LinkedInSignature(SocialSettings.CLIENT_SECRET)
                                .answer("890e4665-4dfe-4ab1-b689-ed553bceeed0")));
    }

    @Test
    void aCommentIsAnsweredBeneathItAsThePage() throws IOException {
        mikko.writes("Miksi toimitusmaksu?");
        try (var jenni = new SocialDesk("linkedin:company", mikko.handle())) {
            assertEquals(
                    "sent",
                    jenni.outcome(jenni.answers("Korjaamme sen")).path("status").asText());
            var request = linkedIn.requests().getFirst();
            assertEquals("/rest/socialActions/urn%3Ali%3Aactivity%3A70/comments", request.uri());
            assertEquals("202610", request.headers().get("LinkedIn-Version"));
            assertEquals("2.0.0", request.headers().get("X-Restli-Protocol-Version"));
            assertEquals("Bearer an-access-token", request.headers().get("Authorization"));
            assertEquals(JSON.readTree("""
                            {"actor":"urn:li:organization:9","object":"urn:li:activity:70","message":{"text":"Korjaamme sen"},
                            "parentComment":"%s"}
                            """.formatted(mikko.comment())), JSON.readTree(request.body()));
            assertEquals(
                    "urn:li:comment:(urn:li:activity:70," + (mikko.number() + 1) + ")",
                    Database.value(
                            "select provider_id from message where conversation_id = ? and direction = 'out'",
                            jenni.conversation()));
        }
    }

    @Test
    void anAnswerIsAtMostAsLongAsAComment() {
        mikko.writes("Pitkä");
        try (var jenni = new SocialDesk("linkedin:company", mikko.handle())) {
            jenni.agent().replies(jenni.conversation(), "a".repeat(1251)).then().statusCode(422);
        }
    }

    @Test
    void whatMayBeDoneWithTheDataIsSaid() {
        TestAgent.someone()
                .asks()
                .get("/api/v1/channels")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'linkedin:company' }.capabilities.data.keepContent", equalTo("PT48H"))
                .body("items.find { it.name == 'linkedin:company' }.capabilities.data.outsideModels", equalTo(false))
                .body("items.find { it.name == 'telegram:shop' }.capabilities.data.outsideModels", equalTo(true));
    }

    @Test
    void forgedAndUnsignedNotificationsAreRefusedAndNothingIsStored() {
        var body = mikko.notification("forged");
        TestCommenter.hook(body, null).then().statusCode(401);
        TestCommenter.hook(body, "another-secret").then().statusCode(401);
        assertNull(Database.value("select id from conversation where handle_value = ?", mikko.handle()));
    }
}
