/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class LinkResourceTest {
    private final Linking linking = new Linking();
    private final Handle number = linking.number("4711");
    private final Handle email = linking.email("mikko");
    private final Handle otherNumber = linking.number("4712");
    private final Handle otherEmail = linking.email("jenni");

    @Test
    void unlinkingPartsTheHistoriesAsTheyCameAlsoWhatCameMeanwhile() {
        var mikko = linking.order(number, email);
        var jenni = linking.order(otherEmail);
        var link = Linking.linked(mikko, otherEmail, false);
        assertEquals(mikko, Linking.owner(otherEmail));

        linking.order(otherEmail);
        linking.order(email);
        assertEquals(4, Api.glance(jenni).getList("timeline").size(), "one customer, whatever id is asked for");

        Linking.revoke(link)
                .then()
                .statusCode(200)
                .body("customerIds", containsInAnyOrder(mikko.toString(), jenni.toString()));

        assertEquals(2, Api.glance(jenni).getList("timeline").size());
        assertEquals(2, Api.glance(mikko).getList("timeline").size());
        assertEquals(jenni, Linking.owner(otherEmail));
        assertEquals(jenni, Api.glance(jenni).getUUID("customerId"));
    }

    @Test
    void theEvidenceSaysWhatWasLinkedByWhomAndWhatWasTakenBack() {
        var mikko = linking.order(number, email);
        var link = Linking.linked(mikko, otherEmail, false);
        Linking.revoke(link).then().statusCode(200);
        Linking.revoke(link).then().statusCode(200);

        var path = "links.find { it.linkId == '" + link + "' }.";
        Api.as(Api.jenni())
                .get("/api/v1/customers/" + mikko + "/links")
                .then()
                .statusCode(200)
                .body("customerId", equalTo(mikko.toString()))
                .body("links.findAll { it.evidence == 'order' && it.other != null }.state", contains("followed"))
                .body(path + "state", equalTo("revoked"))
                .body(path + "evidence", equalTo("confirmed"))
                .body(path + "reason", equalTo("Said so on the phone"))
                .body(path + "revokedReason", equalTo("A mistake"))
                .body(path + "one.value", equalTo(otherEmail.value()));
    }

    @Test
    void whyIsAChainFromTheFirstHandleToEachOther() {
        var phone = new Handle(Handle.PHONE, "+35840" + (1_000_000 + number.hashCode() % 900_000 + 900_000));
        var mikko = linking.order(number, email);
        linking.order(email, phone);

        Api.as(Api.jenni())
                .get("/api/v1/customers/" + mikko + "/why")
                .then()
                .statusCode(200)
                .body("chains", hasSize(3))
                .body("chains[0].end.value", equalTo(number.value()))
                .body("chains[0].steps", empty())
                .body("chains.find { it.end.kind == 'phone' }.steps", hasSize(2))
                .body("chains.find { it.end.kind == 'phone' }.steps[0].one.value", equalTo(email.value()))
                .body("chains.find { it.end.kind == 'phone' }.proofs.evidence", contains("order"));
    }

    @Test
    void differentCustomerNumbersNeedAnOverride() {
        var mikko = linking.order(number, email);
        var jenni = linking.order(otherNumber, otherEmail);

        Linking.link(mikko, otherNumber, false)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:saumaton:problem:link-refused"))
                .body("refusal", equalTo("different-people"));
        assertEquals(jenni, Linking.owner(otherEmail));

        var link = Linking.linked(mikko, otherNumber, true);
        assertEquals(mikko, Linking.owner(otherEmail));
        Linking.link(mikko, otherNumber, true)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:saumaton:problem:already-one"));

        Linking.revoke(link).then().statusCode(200);
        assertEquals(jenni, Linking.owner(otherEmail));
    }

    @Test
    void whoeverIsMarkedDifferentIsNotLinkedByProof() {
        linking.order(email);
        linking.order(otherEmail);
        Linking.differ(email, otherEmail).then().statusCode(200).body("customerIds", hasSize(2));

        linking.order(email, otherEmail);

        assertNotEquals(Linking.owner(email), Linking.owner(otherEmail));
        var evidence = Api.as(Api.jenni())
                .get("/api/v1/customers/" + Linking.owner(email) + "/links")
                .jsonPath();
        assertEquals(List.of("marked-different"), evidence.getList("links.findAll { it.state == 'refused' }.refusal"));
        var mark = evidence.getString("differences[0].differenceId");

        Linking.post("/differences/" + mark + "/revocation", Map.of("reason", "They are one after all"))
                .then()
                .statusCode(200)
                .body("customerIds", hasSize(1));
        assertEquals(Linking.owner(email), Linking.owner(otherEmail));
        Linking.post("/differences/" + mark + "/revocation", Map.of("reason", "Again"))
                .then()
                .statusCode(404);
    }

    @Test
    void markingWhatIsLinkedPartsIt() {
        linking.order(email, otherEmail);

        Linking.differ(email, otherEmail).then().statusCode(200).body("customerIds", hasSize(2));

        assertNotEquals(Linking.owner(email), Linking.owner(otherEmail));
        Linking.differ(email, email).then().statusCode(409);
    }

    @Test
    void whatAPersonHasPartedTheSameEvidenceDoesNotBringTogether() {
        var mikko = linking.order(number, email, otherEmail);

        Linking.part(mikko, false, otherEmail).then().statusCode(200).body("customerIds", hasSize(2));
        assertNotEquals(mikko, Linking.owner(otherEmail));
        linking.order(number, email, otherEmail);
        assertNotEquals(mikko, Linking.owner(otherEmail), "another order says no more than the first one");

        Linking.linked(mikko, otherEmail, false);
        assertEquals(mikko, Linking.owner(otherEmail), "a person does");
    }

    @Test
    void partingForGoodMarksThemAsDifferent() {
        var mikko = linking.order(number, email, otherEmail);

        Linking.part(mikko, true, otherEmail).then().statusCode(200);

        Linking.link(mikko, otherEmail, false).then().statusCode(409).body("refusal", equalTo("marked-different"));
        Linking.linked(mikko, otherEmail, true);
        assertEquals(mikko, Linking.owner(otherEmail));
    }

    @Test
    void partingABridgeMarksItFromBothItsEnds() {
        var third = linking.email("third");
        linking.order(email, otherEmail);
        var mikko = linking.order(otherEmail, third);

        Linking.part(mikko, true, otherEmail).then().statusCode(200).body("customerIds", hasSize(3));

        for (var end : List.of(email, third)) {
            Linking.link(Linking.owner(end), otherEmail, false)
                    .then()
                    .statusCode(409)
                    .body("refusal", equalTo("marked-different"));
        }
        linking.order(number, otherEmail, third);
        assertNotEquals(Linking.owner(third), Linking.owner(otherEmail), "and nothing else brings them together");
    }

    @Test
    void onlyWhatIsTheCustomersCanBeParted() {
        var mikko = linking.order(number, email);
        linking.order(otherEmail);

        Linking.part(mikko, false, otherEmail).then().statusCode(422);
        Linking.part(mikko, false, linking.email("nobody")).then().statusCode(422);
        Linking.part(mikko, false, number, email)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:no-part-of-customer"));
    }

    @Test
    void whatWasKnownThenIsShownAsItWas() {
        var mikko = linking.order(number, email);
        var jenni = linking.order(otherEmail);
        var before = Instant.now();
        var link = Linking.linked(mikko, otherEmail, false);
        var between = Instant.now();
        linking.order(otherEmail);
        Linking.revoke(link).then().statusCode(200);

        assertEquals(List.of(otherEmail.value()), then(jenni, before).getList("handles.value"));
        assertEquals(jenni, then(jenni, before).getUUID("customerId"));
        assertEquals(mikko, then(jenni, between).getUUID("customerId"));
        assertEquals(
                Set.of(number.value(), email.value(), otherEmail.value()),
                Set.copyOf(then(jenni, between).getList("handles.value")));
        assertEquals(2, then(jenni, between).getList("timeline").size());
        assertEquals(jenni, then(jenni, Instant.now()).getUUID("customerId"));
        Api.as(Api.jenni())
                .queryParam("asOf", between.toString())
                .get("/api/v1/customers/" + mikko + "/links")
                .then()
                .body("links.state", everyItem(equalTo("followed")))
                .body("links.evidence", hasItem("confirmed"));
        Api.as(Api.jenni())
                .queryParam("asOf", "2020-01-01T00:00:00Z")
                .get("/api/v1/customers/" + mikko)
                .then()
                .statusCode(404);
        for (var time :
                List.of("yesterday", "0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "-1000000-01-01T00:00:00Z")) {
            Api.as(Api.jenni())
                    .queryParam("asOf", time)
                    .get("/api/v1/customers/" + mikko)
                    .then()
                    .statusCode(422)
                    .body("parameter", equalTo("asOf"));
        }
    }

    @Test
    void aCustomerWithoutHandlesCanBeLinkedByItsId() {
        var mikko = linking.order(number, email);
        var mail = ConversationFeed.unprovenMail(email.value()).opened("Oil?").received("Hello");
        var anonymous = UUID.fromString(
                Topics.identified(mail.id(), 1).getLast().get("customerId").asText());
        assertNotEquals(mikko, anonymous);

        Linking.post(
                        "/customers/" + mikko + "/links",
                        Map.of("customerId", anonymous, "reason", "He called", "override", false))
                .then()
                .statusCode(200)
                .body("customerIds", contains(mikko.toString()));

        Api.as(Api.jenni())
                .get("/api/v1/customers/" + anonymous)
                .then()
                .header("Content-Location", is("/api/v1/customers/" + mikko))
                .body("customerId", equalTo(mikko.toString()));
    }

    private static JsonPath then(UUID customer, Instant asOf) {
        return Api.as(Api.jenni())
                .queryParam("asOf", asOf.toString())
                .get("/api/v1/customers/" + customer)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
