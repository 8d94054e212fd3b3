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
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.moving.StandIn.Answer;
import fi.saumaton.customer.moving.StandIn.Request;
import fi.saumaton.devstack.StackResource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The other systems, as far as their own ways of paging and signing in go. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class OtherSystemsImportTest {
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";
    private final StandIn standIn = new StandIn(request -> Answer.refused(500));

    @AfterEach
    void stop() {
        standIn.close();
    }

    private void assertMovesIn(String system) {
        var job = Imports.run(Imports.request(system, standIn.source(), false));
        assertEquals(Map.of("created", 2), job.getMap("outcomes.contact"));
        assertEquals(Map.of("created", 1), job.getMap("outcomes.ticket"));
        var mikko = Api.glance(Api.customerOf(address));
        assertEquals("Saha yskii", mikko.getString("openIssues[0].title"));
        assertTrue(mikko.getList("timeline.kind").contains("message-received"));
        var again = Imports.run(Imports.request(system, standIn.source(), false));
        assertEquals(Map.of("unchanged", 2), again.getMap("outcomes.contact"));
        assertEquals(Map.of("unchanged", 1), again.getMap("outcomes.ticket"));
    }

    private void assertEndsThere(String system, String path, String body) {
        var request = Imports.request(system, standIn.source(), false);
        request.put("follow", true);
        request.put("bothWays", true);
        var id = Imports.begin(request);
        Api.eventually(() -> assertEquals(1, openIssues().size()));

        Imports.resolve(openIssues().getFirst());

        Api.eventually(() -> assertTrue(standIn.requests().stream()
                .anyMatch(one -> one.path().equals(path) && one.body().equals(body))));
        Api.as(Imports.admin())
                .post(Imports.PATH + "/" + id + "/cancellation")
                .then()
                .statusCode(200);
    }

    private List<String> openIssues() {
        var customer = Api.customerOf(address);
        return customer == null ? List.of() : Api.glance(customer).getList("openIssues.issueId");
    }

    @Test
    void whatEndsHereEndsInFreshdesk() {
        standIn.answer(this::freshdesk);

        assertEndsThere("freshdesk", "/api/v2/tickets/11", "{\"status\":4}");
    }

    @Test
    void whatEndsHereEndsInSalesforce() {
        standIn.answer(this::salesforce);

        assertEndsThere(
                "salesforce", "/services/data/v60.0/sobjects/Case/500000000000001AAA", "{\"Status\":\"Suljettu\"}");
    }

    @Test
    void hubspot() {
        standIn.answer(this::hubspot);

        assertMovesIn("hubspot");
        assertTrue(
                standIn.requests().stream().allMatch(one -> one.authorization().equals("Bearer test-key")));
    }

    private Answer hubspot(Request request) {
        return Answer.ok(
                switch (request.path()) {
                    case "/crm/v3/objects/contacts" ->
                        request.query("after").isEmpty()
                                ? "{\"results\": [{\"id\": \"1\", \"properties\": {\"email\": \"%s\"}}], \"paging\": {\"next\": {\"after\": \"1\"}}}"
                                        .formatted(address)
                                : "{\"results\": [{\"id\": \"2\", \"properties\": {\"firstname\": \"Sami\"}}]}";
                    case "/crm/v3/objects/tickets" -> """
                        {"results": [{"id": "11", "properties": {"subject": "Saha yskii", "content": "Ei käy",
                         "createdate": "2026-11-20T10:00:00Z"}, "associations": {"contacts": {"results": [{"id": "1"}]},
                         "emails": {"results": [{"id": "5"}]}}}]}
                        """;
                    case "/crm/v3/objects/emails/batch/read" -> {
                        assertTrue(request.body().contains("\"inputs\":[{\"id\":\"5\"}]"));
                        yield """
                        {"results": [{"id": "5", "properties": {"hs_timestamp": "2026-11-20T11:00:00Z",
                         "hs_email_direction": "EMAIL", "hs_email_text": "Vaihda tulppa"}}]}
                        """;
                    }
                    default -> "{\"total\": 1, \"results\": []}";
                });
    }

    @Test
    void salesforceWithATokenThatRunsOut() {
        standIn.answer(this::salesforce);

        assertMovesIn("salesforce");
    }

    private volatile boolean tokenSpent;

    private Answer salesforce(Request request) {
        if (request.path().equals("/services/oauth2/token")) {
            assertTrue(request.body().contains("client_secret=test-key"));
            return Answer.ok("{\"access_token\": \"" + (tokenSpent ? "second" : "first") + "\"}");
        }
        var query = request.query("q");
        if (query.contains("FROM CaseStatus")) {
            return Answer.ok("{\"done\": true, \"records\": [{\"ApiName\": \"Suljettu\"}]}");
        }
        if (request.path().contains("/sobjects/")) {
            return new Answer(204, "", Map.of());
        }
        if (query.contains("FROM Case ") && !tokenSpent) {
            tokenSpent = true;
            return Answer.refused(401);
        }
        if (query.contains("FROM Contact ")) {
            return Answer.ok(
                    query.contains("WHERE")
                            ? "{\"done\": true, \"records\": [{\"Id\": \"003000000000002AAA\", \"LastName\": \"Sami\"}]}"
                            : "{\"done\": false, \"records\": [{\"Id\": \"003000000000001AAA\", \"LastName\": \"Mikko\", \"Email\": \"%s\"}]}"
                                    .formatted(address));
        }
        if (query.contains("FROM Case ")) {
            return Answer.ok("""
                    {"done": true, "records": [{"Id": "500000000000001AAA", "CaseNumber": "0001", "Subject": "Saha yskii",
                     "Description": "Ei käy", "IsClosed": false, "ContactId": "003000000000001AAA",
                     "CreatedDate": "2026-11-20T10:00:00.000+0000"}]}
                    """);
        }
        return Answer.ok("{\"done\": true, \"records\": []}");
    }

    @Test
    void freshdesk() {
        standIn.answer(this::freshdesk);

        assertMovesIn("freshdesk");
    }

    private Answer freshdesk(Request request) {
        return Answer.ok(
                switch (request.path()) {
                    case "/api/v2/contacts" ->
                        "[{\"id\": 1, \"name\": \"Mikko\", \"email\": \"%s\"}, {\"id\": 2, \"name\": \"Sami\"}]"
                                .formatted(address);
                    case "/api/v2/tickets" -> """
                        [{"id": 11, "requester_id": 1, "subject": "Saha yskii", "status": 2, "description_text": "Ei käy",
                         "created_at": "2026-11-20T10:00:00Z", "updated_at": "2026-11-20T10:00:00Z"}]
                        """;
                    case "/api/v2/tickets/11" -> "{\"id\": 11, \"updated_at\": \"2026-11-20T10:00:00Z\"}";
                    default -> """
                        [{"id": 5, "body_text": "Vaihda tulppa", "incoming": false, "created_at": "2026-11-20T11:00:00Z"}]
                        """;
                });
    }
}
