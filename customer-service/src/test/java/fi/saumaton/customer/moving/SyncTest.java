/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.moving.StandIn.Answer;
import fi.saumaton.customer.moving.StandIn.Request;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Zendesk and we live side by side. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class SyncTest {
    private static final String CONFLICTS = "/api/v1/sync/conflicts";
    private static final String EARLIER = "2026-11-20T10:00:00Z";
    private static final String LATER = "2026-11-21T10:00:00Z";

    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";
    private final StandIn standIn = new StandIn(request -> Answer.refused(500));
    private volatile Zendesk company = company("open", EARLIER, "1:Ei käy");
    private volatile int refusal;
    private String importId;

    private Zendesk company(String status, String at, String... said) {
        return new Zendesk()
                .user(1, "Mikko", address, null)
                .agent(90, "Jenni")
                .ticket(11, 1, "Saha yskii", status, at, said);
    }

    @BeforeEach
    void begin() {
        standIn.answer(this::answer);
        var request = Imports.request("zendesk", standIn.source(), false);
        request.put("follow", true);
        request.put("bothWays", true);
        importId = Imports.begin(request);
        Api.eventually(() -> assertEquals(1, issues().size()));
    }

    @AfterEach
    void end() {
        Api.as(Imports.admin())
                .post(Imports.PATH + "/" + importId + "/cancellation")
                .then()
                .statusCode(200);
        standIn.close();
    }

    private Answer answer(Request request) {
        if (request.path().equals("/api/v2/tickets/11.json")) {
            if (refusal != 0) {
                return Answer.refused(refusal);
            }
            company = company(request.body().contains("solved") ? "solved" : "open", LATER, "1:Ei käy");
            return Answer.ok("{}");
        }
        return company.apply(request);
    }

    private List<String> issues() {
        var customer = Api.customerOf(address);
        return customer == null ? List.of() : Api.glance(customer).getList("openIssues.issueId");
    }

    private List<Request> told() {
        return standIn.requests().stream()
                .filter(request -> request.path().equals("/api/v2/tickets/11.json"))
                .toList();
    }

    private JsonPath conflicts() {
        return Api.as(Imports.admin())
                .get(CONFLICTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Of this test's own company. */
    private List<Map<String, Object>> own() {
        return conflicts().getList("items.findAll { it.origin == 'zendesk-" + standIn.source() + "' }");
    }

    @Test
    void whatEndsHereEndsThereOnceAndItsEchoChangesNothing() {
        Imports.resolve(issues().getFirst());

        Api.eventually(() -> assertEquals(1, told().size()));
        assertTrue(told().getFirst().body().contains("\"status\":\"solved\""));
        assertTrue(told().getFirst().body().contains("\"updated_stamp\":\"" + EARLIER + "\""));
        int rounds = rounds();
        Api.eventually(() -> assertTrue(rounds() > rounds + 2));
        assertEquals(1, told().size());
        assertEquals(List.of(), issues());
        assertEquals(List.of(), own());
    }

    private int rounds() {
        return (int) standIn.requests().stream()
                .filter(request -> request.path().equals("/api/v2/incremental/tickets/cursor.json"))
                .count();
    }

    @Test
    void whatBothHaveChangedWaitsForAPerson() {
        var issue = issues().getFirst();
        refusal = 409;
        Imports.resolve(issue);
        Api.eventually(() -> assertTrue(!told().isEmpty()));
        company = company("open", LATER, "1:Ei käy", "1:Yskii yhä");

        Api.eventually(() -> assertEquals(1, own().size()));
        var conflict = own().getFirst();
        assertEquals("ended", conflict.get("ours"));
        assertEquals("open", conflict.get("theirs"));
        assertEquals(issue, conflict.get("issueId"));
        var decision = CONFLICTS + "/" + conflict.get("conflictId") + "/decision";
        Api.as(Imports.admin())
                .body(Map.of("take", "theirs"))
                .post(decision)
                .then()
                .statusCode(200)
                .body("decision", equalTo("theirs"));

        assertEquals(List.of(issue), issues());
        assertEquals(List.of(), own());
        Api.as(Imports.admin())
                .body(Map.of("take", "theirs"))
                .post(decision)
                .then()
                .statusCode(200);
        Api.as(Imports.admin())
                .body(Map.of("take", "ours"))
                .post(decision)
                .then()
                .statusCode(409);
    }

    @Test
    void whatTheSystemWillNotHaveWaitsForAPersonAndOursIsToldAgain() {
        refusal = 422;
        Imports.resolve(issues().getFirst());

        Api.eventually(() -> assertEquals(1, own().size()));
        refusal = 0;
        Api.as(Imports.admin())
                .body(Map.of("take", "ours"))
                .post(CONFLICTS + "/" + own().getFirst().get("conflictId") + "/decision")
                .then()
                .statusCode(200);
        Api.eventually(() -> assertTrue(told().size() > 1));
        Api.eventually(() -> assertEquals(List.of(), own()));
    }

    @Test
    void onlySupervisorsAndAdminsDecide() {
        var some = CONFLICTS + "/" + UUID.randomUUID() + "/decision";
        given().get(CONFLICTS).then().statusCode(401);
        Api.as(Api.jenni()).get(CONFLICTS).then().statusCode(403);
        Api.as(Api.jenni()).body(Map.of("take", "ours")).post(some).then().statusCode(403);
        var supervisor = TestTokens.person("jenni", "supervisor");
        Api.as(supervisor).get(CONFLICTS).then().statusCode(200);
        Api.as(supervisor).body(Map.of("take", "ours")).post(some).then().statusCode(404);
        Api.as(supervisor).body(Map.of("take", "mine")).post(some).then().statusCode(422);
    }
}
