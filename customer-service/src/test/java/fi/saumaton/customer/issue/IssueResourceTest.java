/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class IssueResourceTest {
    private static final String ISSUES = "/api/v1/issues/";
    private static final String OIL = "The saw takes ordinary chain oil.";
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void anAgentResolvesAnIssueAtTheFirstContact() {
        var issueId = issue();

        resolve(issueId, Api.jenni(), OIL)
                .statusCode(200)
                .body("state", equalTo("resolved"))
                .body("resolution", equalTo(OIL))
                .body("resolvedBy.name", equalTo("Jenni"))
                .body("resolvedBy.id", equalTo(TestTokens.subject("jenni").toString()))
                .body("firstContact", equalTo(true))
                .body("contacts", equalTo(1));

        var told = Topics.await(
                        1,
                        event -> event.type().equals("fi.saumaton.issue.resolved.v1")
                                && event.data().path("issueId").asText().equals(issueId.toString()))
                .getFirst();
        assertEquals(true, told.data().path("firstContact").asBoolean());
        assertEquals(OIL, told.data().path("resolution").asText());
        var glance = Api.glance(Api.customerOf(address));
        assertEquals(0, glance.getList("openIssues").size());
        assertEquals("issue-resolved", glance.getString("timeline[0].kind"));
        assertEquals(OIL, glance.getString("timeline[0].text"));
    }

    @Test
    void resolvingTwiceTheSameWayChangesNothing() {
        var issueId = issue();
        int version =
                resolve(issueId, Api.jenni(), OIL).statusCode(200).extract().path("version");

        resolve(issueId, Api.sami(), OIL)
                .statusCode(200)
                .body("version", equalTo(version))
                .body("resolvedBy.name", equalTo("Jenni"));

        assertEquals(
                1,
                Api.glance(Api.customerOf(address)).getList("timeline.kind").stream()
                        .filter("issue-resolved"::equals)
                        .count());
    }

    @Test
    void anotherResolutionIsAConflict() {
        var issueId = issue();
        resolve(issueId, Api.jenni(), OIL).statusCode(200);

        resolve(issueId, Api.sami(), "It needs special oil.")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:saumaton:problem:issue-already-resolved"));

        read(issueId, Api.sami()).body("resolution", equalTo(OIL));
    }

    @Test
    void anEditOfAnOldVersionIsRefused() {
        var issueId = issue();
        var tag = read(issueId, Api.jenni()).extract().header("ETag");

        Api.as(Api.jenni())
                .header("If-Match", "\"77\"")
                .body(Map.of("resolution", OIL))
                .post(ISSUES + issueId + "/resolution")
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:saumaton:problem:precondition-failed"));
        Api.as(Api.jenni())
                .header("If-Match", "nonsense")
                .body(Map.of("resolution", OIL))
                .post(ISSUES + issueId + "/resolution")
                .then()
                .statusCode(412);
        Api.as(Api.jenni())
                .header("If-Match", tag)
                .body(Map.of("resolution", OIL))
                .post(ISSUES + issueId + "/resolution")
                .then()
                .statusCode(200);
    }

    @Test
    void aResolutionSaysSomething() {
        var issueId = issue();

        resolve(issueId, Api.jenni(), " ").statusCode(422);
        resolve(issueId, Api.jenni(), "x".repeat(2_001)).statusCode(422);
        Api.as(Api.jenni())
                .body("{}")
                .post(ISSUES + issueId + "/resolution")
                .then()
                .statusCode(422);
        read(issueId, Api.jenni()).body("state", equalTo("open"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        read(UUID.randomUUID(), Api.jenni(), 404).body("type", equalTo("urn:saumaton:problem:not-found"));
        resolve(UUID.randomUUID(), Api.jenni(), OIL).statusCode(404);
        Api.as(Api.jenni()).get(ISSUES + "not-a-uuid").then().statusCode(404);
    }

    @Test
    void onlyAgentsResolveAndOnlyThoseWhoMeetCustomersRead() {
        var issueId = issue();

        RestAssured.get(ISSUES + issueId).then().statusCode(401);
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("resolution", OIL))
                .post(ISSUES + issueId + "/resolution")
                .then()
                .statusCode(401);
        read(issueId, TestTokens.person("manager", "manager"), 403);
        resolve(issueId, TestTokens.person("manager", "manager"), OIL).statusCode(403);
        resolve(issueId, TestTokens.client("reader", "customers:read"), OIL).statusCode(403);
        read(issueId, TestTokens.client("reader", "customers:read"), 200);
    }

    @Test
    void aResolvedIssueClosesAfterSevenQuietDaysAndStaysClosed() throws SQLException {
        var mail = ConversationFeed.provenMail(address).opened("Chain oil?").received("Does it need special oil?");
        var identified = Topics.identified(mail.id(), 1).getFirst();
        var issueId = UUID.fromString(identified.path("issue").path("issueId").asText());
        resolve(issueId, Api.jenni(), OIL).statusCode(200);

        let(issueId, "6 days 23 hours");
        read(issueId, Api.jenni()).body("state", equalTo("resolved"));
        let(issueId, "2 hours");

        Api.eventually(() -> read(issueId, Api.jenni()).body("state", equalTo("closed")));
        mail.reopened();
        var after = Topics.identified(mail.id(), 2).getLast();
        assertNotEquals(issueId.toString(), after.path("issue").path("issueId").asText());
        assertFalse(after.path("issue").path("continued").asBoolean());
        read(issueId, Api.jenni()).body("state", equalTo("closed")).body("resolution", equalTo(OIL));
    }

    /** Lets time pass for an issue. */
    private static void let(UUID issueId, String interval) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var database = DriverManager.getConnection(
                        "jdbc:" + config.getValue("saumaton.db.url", String.class),
                        config.getValue("saumaton.db.user", String.class),
                        config.getValue("saumaton.db.password", String.class));
                var update = database.prepareStatement(
                        "update issue set resolved_at = resolved_at - cast(? as interval) where id = ?")) {
            update.setString(1, interval);
            update.setObject(2, issueId);
            assertEquals(1, update.executeUpdate());
        }
    }

    /** An issue that a mail has opened. */
    private UUID issue() {
        var mail = ConversationFeed.provenMail(address).opened("Chain oil?").received("Does it need special oil?");
        var identified = Topics.identified(mail.id(), 1).getFirst();
        return UUID.fromString(identified.path("issue").path("issueId").asText());
    }

    private static ValidatableResponse resolve(UUID issueId, String token, String resolution) {
        return Api.as(token)
                .body(Map.of("resolution", resolution))
                .post(ISSUES + issueId + "/resolution")
                .then();
    }

    private static ValidatableResponse read(UUID issueId, String token) {
        return read(issueId, token, 200);
    }

    private static ValidatableResponse read(UUID issueId, String token, int status) {
        return Api.as(token).get(ISSUES + issueId).then().statusCode(status);
    }
}
