/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class AuditResourceTest {
    private static final String AUDIT = "/api/v1/audit";

    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";
    private UUID customer;

    @Inject
    Pool pool;

    @BeforeEach
    void buys() {
        var purchase =
                Api.purchase(UUID.randomUUID().toString(), UUID.randomUUID().toString(), address);
        customer = UUID.fromString(
                Api.push(purchase).then().statusCode(201).extract().path("customerId"));
    }

    private static String auditor() {
        return TestTokens.person("auditor", "auditor");
    }

    private static String colleague() {
        return TestTokens.person("colleague", "colleague");
    }

    private JsonPath entries(String... filters) {
        var request = Api.as(auditor()).queryParam("customer", customer);
        for (int i = 0; i < filters.length; i += 2) {
            request.queryParam(filters[i], filters[i + 1]);
        }
        return request.get(AUDIT).then().statusCode(200).extract().jsonPath();
    }

    private String path() {
        return "/api/v1/customers/" + customer;
    }

    @Test
    void everyReadingIsWrittenWithItsPurpose() {
        Api.as(Api.jenni()).get(path()).then().statusCode(200);
        Api.as(Api.jenni()).get(path() + "/timeline?purpose=complaint").then().statusCode(200);
        Api.as(Api.jenni())
                .header("Saumaton-Purpose", "quality")
                .get(path() + "/facts")
                .then()
                .statusCode(200);

        var entries = entries();

        assertEquals(List.of("facts", "timeline", "glance"), entries.getList("items.action"));
        assertEquals(List.of("quality", "complaint", "service"), entries.getList("items.purpose"));
        assertEquals(List.of(true, true, false), entries.getList("items.stated"));
        assertEquals(Set.of("agent"), Set.copyOf(entries.getList("items.actorRole")));
        assertEquals(TestTokens.displayName("jenni"), entries.getString("items[0].actorName"));
    }

    @Test
    void findingSomebodyIsWrittenToo() {
        assertEquals(customer, Api.customerOf(address));

        assertEquals(List.of("find"), entries().getList("items.action"));
    }

    @Test
    void whatIsReadOfAnIssueIsReadOfItsCustomer() {
        var mail = ConversationFeed.provenMail(address).opened("Oil?").received("Does it need oil?");
        var identified = Topics.identified(mail.id(), 1).getFirst();
        assertEquals(customer.toString(), identified.path("customerId").asText());
        var issue = "/api/v1/issues/" + identified.path("issue").path("issueId").asText();

        for (var part : List.of("", "/contacts", "/changes", "/decisions")) {
            Api.as(Api.jenni()).get(issue + part).then().statusCode(200);
        }
        Api.as(TestTokens.person("admin", "admin")).get(issue).then().statusCode(422);
        Api.as(Api.jenni()).get(path() + "/expectations").then().statusCode(200);

        assertEquals(
                List.of("expectations", "issue", "issue", "issue", "issue"),
                entries().getList("items.action"));
    }

    @Test
    void aColleagueSaysWhatFor() {
        Api.as(colleague())
                .get(path())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:purpose-required"))
                .body("purposes", hasItem("sales"));
        Api.as(colleague()).get(path() + "?purpose=curiosity").then().statusCode(422);
        assertEquals(List.of(), entries().getList("items"));

        Api.as(colleague())
                .get(path() + "?purpose=sales")
                .then()
                .statusCode(200)
                .body("displayName", is("Mikko"));

        assertEquals(List.of("sales"), entries().getList("items.purpose"));
        assertEquals("colleague", entries().getString("items[0].actorRole"));
        Api.as(colleague()).get(path() + "/facts?purpose=sales").then().statusCode(403);
    }

    @Test
    void aPartnersSystemIsAnIntegration() {
        Api.as(Api.backOffice()).get(path()).then().statusCode(200);

        assertEquals("client", entries().getString("items[0].actorRole"));
        assertEquals("integration", entries().getString("items[0].purpose"));
    }

    @Test
    void itIsSeenWhoHadNothingToDoWithTheCustomer() {
        var conversation = ConversationFeed.provenMail(address)
                .opened("Öljy")
                .received("Tarvitseeko saha erikoisöljyä?")
                .assigned(TestTokens.subject("jenni").toString(), 1);
        Api.eventually(() -> {
            Api.as(Api.jenni()).get(path()).then().statusCode(200);
            assertEquals(conversation.id().toString(), entries().getString("items[0].conversationId"));
        });

        Api.as(Api.sami()).get(path()).then().statusCode(200);

        assertNull(entries().get("items[0].conversationId"));
        Set<String> without = new HashSet<>(entries("withoutContact", "true").getList("items.actorName"));
        assertTrue(without.contains(TestTokens.displayName("sami")));
        Api.as(auditor())
                .queryParam("customer", customer)
                .queryParam("withoutContact", false)
                .get(AUDIT)
                .then()
                .body("items.actorName", not(hasItem(TestTokens.displayName("sami"))));
    }

    @Test
    void theLogIsReadInPagesAndFiltered() {
        for (int i = 0; i < 5; i++) {
            Api.as(Api.jenni()).get(path()).then().statusCode(200);
        }
        Api.as(Api.sami()).get(path() + "/timeline?purpose=quality").then().statusCode(200);

        var first = entries("limit", "4");
        assertEquals(4, first.getList("items").size());
        assertNotNull(first.getString("next"));
        var second = entries("limit", "4", "after", first.getString("next"));
        assertEquals(2, second.getList("items").size());
        assertNull(second.getString("next"));
        assertEquals(1, entries("action", "timeline").getList("items").size());
        assertEquals(1, entries("purpose", "quality").getList("items").size());
        assertEquals(
                1,
                entries("actor", first.getString("items[0].actorId"))
                        .getList("items")
                        .size());
        var oldest = second.getString("items[1].at");
        assertEquals(6, entries("from", oldest).getList("items").size());
        assertEquals(0, entries("to", oldest).getList("items").size());
    }

    @Test
    void whoIsNobodyLeavesNoEntry() {
        var nobody = UUID.randomUUID();
        Api.as(Api.jenni()).get("/api/v1/customers/" + nobody).then().statusCode(404);
        Api.as(Api.jenni()).get("/api/v1/customers/nobody").then().statusCode(404);

        Api.as(auditor())
                .get(AUDIT + "?customer=" + nobody)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void nothingIsShownThatCannotBeWrittenDown() {
        pool.query("alter table audit_entry rename to audit_entry_away").executeAndAwait();
        try {
            Api.as(Api.jenni()).get(path()).then().statusCode(500).body("displayName", nullValue());
        } finally {
            pool.query("alter table audit_entry_away rename to audit_entry").executeAndAwait();
        }
    }

    @Test
    void onlyWhoWatchesOverItReadsTheLog() {
        RestAssured.get(AUDIT).then().statusCode(401);
        Api.as(Api.jenni()).get(AUDIT).then().statusCode(403);
        Api.as(colleague()).get(AUDIT).then().statusCode(403);
        Api.as(TestTokens.person("admin", "admin")).get(AUDIT).then().statusCode(200);
        Api.as(auditor()).get(path()).then().statusCode(403);
        Api.as(auditor()).get(AUDIT + "?from=yesterday").then().statusCode(422);
        Api.as(auditor()).get(AUDIT + "?limit=0").then().statusCode(422);
        Api.as(auditor()).get(AUDIT + "?after=x").then().statusCode(422);
    }
}
