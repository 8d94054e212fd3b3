/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.kit.id.Ids;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class ErasureResourceTest {
    private final String secret = "secret" + UUID.randomUUID().toString().replace("-", "");
    private final String address = secret + "@example.test";

    @Inject
    Pool pool;

    private static String admin() {
        return TestTokens.person("admin", "admin");
    }

    private static ValidatableResponse erase(UUID customer) {
        return Api.as(admin())
                .body(Map.of("reason", "request"))
                .post("/api/v1/customers/" + customer + "/erasure")
                .then();
    }

    private static ValidatableResponse proof(String erasureId) {
        return Api.as(admin()).get("/api/v1/erasures/" + erasureId).then();
    }

    /** A customer with a history of everything there is. */
    private UUID customer(ConversationFeed conversation) {
        var number = UUID.randomUUID().toString();
        var customer = UUID.fromString(Api.push(Api.purchase(secret + "-order", number, address))
                .then()
                .statusCode(201)
                .extract()
                .path("customerId"));
        conversation
                .opened("Tilaus " + secret)
                .received("Tilaus 55012 ei ole tullut, " + secret + ". Osoitteeni on Kauppakatu 5, 40100 Jyväskylä.")
                .assigned(TestTokens.subject("jenni").toString(), 1)
                .sent("jenni", "Hei " + secret + ", mikä on osoitteesi?");
        Api.eventually(() -> {
            var glance = Api.glance(customer);
            assertTrue(glance.getString("timeline").contains("mikä on osoitteesi"));
            assertNotNull(glance.get("facts.find { it.kind == 'address' }"));
        });
        Api.as(Api.jenni())
                .body(Map.of("given", true, "source", "phone", "evidence", secret))
                .put("/api/v1/customers/" + customer + "/consents/marketing")
                .then()
                .statusCode(200);
        return customer;
    }

    /** Tables in which a text is found, whatever the column. */
    private List<String> tablesWith(String text) {
        List<String> found = new ArrayList<>();
        var tables = new ArrayList<String>();
        pool.query("select relname::text from pg_class where relnamespace = current_schema()::regnamespace"
                        + " and relkind in ('r', 'p') and not relispartition")
                .executeAndAwait()
                .forEach(row -> tables.add(row.getString(0)));
        for (var table : tables) {
            var rows = pool.query("select count(*) from " + table + " t where t::text ilike '%" + text + "%'")
                    .executeAndAwait();
            if (rows.iterator().next().getLong(0) > 0) {
                found.add(table);
            }
        }
        return found;
    }

    @Test
    void nothingOfThePersonIsLeft() {
        var conversation = ConversationFeed.provenMail(address);
        var customer = customer(conversation);
        assertTrue(
                tablesWith(secret).containsAll(List.of("touchpoint", "handle", "consent")),
                tablesWith(secret)::toString);

        var erasure = erase(customer)
                .statusCode(202)
                .header("Location", notNullValue())
                .body("state", equalTo("running"))
                .body("removed[0].service", equalTo("customer-service"))
                .body("removed[0].rows.customer", notNullValue())
                .body("removed[0].rows.touchpoint", notNullValue())
                .body("waitingFor", equalTo(List.of("analytics-service", "channel-gateway", "routing-service")))
                .body("stays.what", hasItem("figures"))
                .extract()
                .<String>path("erasureId");

        Api.eventually(() -> assertEquals(List.of(), tablesWith(secret)));
        Api.as(Api.jenni()).get("/api/v1/customers/" + customer).then().statusCode(404);
        assertNull(Api.customerOf(address));
        Api.eventually(() -> assertEquals(
                List.of("audit_entry", "erased_subject", "erasure"),
                tablesWith(customer.toString()).stream().sorted().toList()));
        var told = Topics.await(
                        1,
                        event -> event.type().equals(ErasureEvent.ERASED)
                                && event.data().path("erasureId").asText().equals(erasure))
                .getFirst();
        assertEquals(customer, told.key());
        assertEquals(
                conversation.id().toString(),
                told.data().at("/conversationIds/0").asText());
        assertEquals(1, told.data().path("issueIds").size());
    }

    @Test
    void lateNewsBringNobodyBack() {
        var conversation = ConversationFeed.provenMail(address);
        var customer = customer(conversation);
        erase(customer).statusCode(202);

        conversation
                .received("Vielä yksi asia " + secret)
                .sent("jenni", "Hei " + secret)
                .claims("email", secret + "2@example.test")
                .reopened()
                .assigned(TestTokens.subject("jenni").toString(), 2);
        conversation.tellLastAgain();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .during(Duration.ofSeconds(3))
                .untilAsserted(() -> assertEquals(List.of(), tablesWith(secret)));
        assertNull(Api.customerOf(address));
        assertEquals(
                List.of(),
                tablesWith(conversation.id().toString()).stream()
                        .filter(table ->
                                !List.of("audit_entry", "erased_subject").contains(table))
                        .toList());
    }

    @Test
    void aBeginningThatWasOnItsWayIsErasedToo() {
        var customer = customer(ConversationFeed.provenMail(address));
        var onItsWay = ConversationFeed.provenMail(address).at(Instant.now());
        var erasure = erase(customer).statusCode(202).extract().<String>path("erasureId");

        onItsWay.received("Sitä ennen " + secret).opened("Sitä ennen " + secret);

        var told = Topics.await(
                        1,
                        event -> event.type().equals(ErasureEvent.ERASED)
                                && event.data()
                                        .path("conversationIds")
                                        .toString()
                                        .contains(onItsWay.id().toString()))
                .getFirst();
        assertEquals(erasure, told.data().path("erasureId").asText());
        Api.eventually(() -> assertEquals(List.of(), tablesWith(secret)));
        assertNull(Api.customerOf(address));
    }

    @Test
    void whoComesBackLaterIsSomebodyNew() {
        var customer = customer(ConversationFeed.provenMail(address));
        erase(customer).statusCode(202);

        ConversationFeed.provenMail(address).opened("Uusi asia").received("Moi taas");

        Api.eventually(() -> assertNotNull(Api.customerOf(address)));
        var fresh = Api.customerOf(address);
        assertNotEquals(customer, fresh);
        Api.eventually(
                () -> assertEquals(1, Api.glance(fresh).getList("openIssues").size()));
        assertNull(Api.glance(fresh).get("timeline.find { it.kind == 'purchase' }"));
    }

    @Test
    void whatABackOfficeSendsAgainIsRefused() {
        var customer = customer(ConversationFeed.provenMail(address));
        erase(customer).statusCode(202);

        Api.push(Api.purchase(secret + "-order", UUID.randomUUID().toString(), address))
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:saumaton:problem:customer-erased"));

        assertNull(Api.customerOf(address));
        var later = Api.purchase(secret + "-later", UUID.randomUUID().toString(), address);
        later.put("occurredAt", Instant.now().toString());
        Api.push(later).then().statusCode(201);
    }

    @Test
    void theProofIsCompleteOnceEverybodyIsDone() {
        var customer = customer(ConversationFeed.provenMail(address));
        var erasure = erase(customer).extract().<String>path("erasureId");

        answer("conversation.events", erasure, customer, "channel-gateway");
        answer("routing.events", erasure, customer, "routing-service", false, 0);
        answer("analytics.events", erasure, customer, "analytics-service");
        Api.eventually(() -> proof(erasure)
                .body("removed.service", hasItems("channel-gateway", "routing-service", "analytics-service"))
                .body("waitingFor", equalTo(List.of("routing-service"))));
        proof(erasure).body("state", equalTo("running"));
        answer("routing.events", erasure, customer, "routing-service", true, 1);

        Api.eventually(() -> proof(erasure)
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("removed.find { it.service == 'routing-service' }.rows.rows", equalTo(3))
                .body("topicsCleanBy", notNullValue()));
    }

    private static void answer(String topic, String erasure, UUID customer, String service) {
        answer(topic, erasure, customer, service, true, 0);
    }

    private static void answer(
            String topic, String erasure, UUID customer, String service, boolean settled, int second) {
        var data = """
                {"erasureId": "%s", "customerId": "%s", "service": "%s", "removed": {"rows": 3},
                 "settled": %s, "answeredAt": "2026-11-20T12:00:0%dZ"}
                """.formatted(erasure, customer, service, settled, second);
        Topics.send(topic, ErasureEvent.ANSWERED, customer, Ids.next(), data.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void erasingTwiceIsErasingOnce() {
        var customer = customer(ConversationFeed.provenMail(address));
        var first = erase(customer).statusCode(202).extract().<String>path("erasureId");

        erase(customer).statusCode(202).body("erasureId", equalTo(first));
    }

    @Test
    void whatIsThereIsShownToThePerson() {
        var conversation = ConversationFeed.provenMail(address);
        var customer = customer(conversation);
        var path = "/api/v1/customers/" + customer + "/personal-data";

        Api.as(admin())
                .get(path)
                .then()
                .statusCode(200)
                .body("customerId", equalTo(customer.toString()))
                .body("conversationIds", equalTo(List.of(conversation.id().toString())))
                .body("tables.handle.value", hasItem(address))
                .body("tables.touchpoint.body", hasItem("Hei " + secret + ", mikä on osoitteesi?"))
                .body("tables.consent.evidence", hasItem(secret))
                .body("tables.fact.kind", hasItem("address"))
                .body("tables.audit_entry.action", hasItems("glance", "consent-recorded"));
        Api.as(TestTokens.person("auditor", "auditor"))
                .get("/api/v1/audit?action=export&customer=" + customer)
                .then()
                .body("items.purpose", equalTo(List.of("rights")))
                .body("items.actorRole", equalTo(List.of("admin")));

        RestAssured.get(path).then().statusCode(401);
        Api.as(Api.jenni()).get(path).then().statusCode(403);
        Api.as(TestTokens.person("auditor", "auditor")).get(path).then().statusCode(403);
        Api.as(admin())
                .get("/api/v1/customers/" + UUID.randomUUID() + "/personal-data")
                .then()
                .statusCode(404);
    }

    @Test
    void allWhoLookedAreShownHoweverMany() {
        var customer =
                UUID.fromString(Api.push(Api.purchase(secret, UUID.randomUUID().toString(), address))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("customerId"));
        pool.query(
                        "insert into audit_entry (id, at, actor_id, actor_name, actor_role, customer_id, action, purpose, stated)"
                                + " select gen_random_uuid(), now() - n / 3 * interval '1 minute', 'x', 'Sami', 'agent', '"
                                + customer
                                + "', 'glance', 'service', false from generate_series(1, 2500) n")
                .executeAndAwait();

        var entries = Api.as(admin())
                .get("/api/v1/customers/" + customer + "/personal-data")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("tables.audit_entry.findAll { it.actorName == 'Sami' }.entryId");

        assertEquals(2500, entries.size());
        assertEquals(2500, Set.copyOf(entries).size());
    }

    @Test
    void onlyAnAdministratorErases() {
        var path = "/api/v1/customers/" + UUID.randomUUID() + "/erasure";
        var body = Map.of("reason", "request");
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(401);
        for (var role : List.of("agent", "supervisor", "colleague", "auditor", "manager")) {
            Api.as(TestTokens.person(role, role)).body(body).post(path).then().statusCode(403);
        }
        Api.as(admin()).body(body).post(path).then().statusCode(404);
        Api.as(admin()).body(Map.of()).post(path).then().statusCode(422);

        var proof = "/api/v1/erasures/" + UUID.randomUUID();
        RestAssured.get(proof).then().statusCode(401);
        Api.as(Api.jenni()).get(proof).then().statusCode(403);
        Api.as(TestTokens.person("auditor", "auditor")).get(proof).then().statusCode(404);
    }
}
