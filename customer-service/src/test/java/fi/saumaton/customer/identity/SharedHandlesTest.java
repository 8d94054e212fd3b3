/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Duration;
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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One handle, two people: at the same time, or one after the other. Nobody is shown the other one's history. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class SharedHandlesTest {
    private final Linking linking = new Linking();
    private final Handle number = linking.number("4711");
    private final Handle email = linking.email("family");
    private final Handle otherNumber = linking.number("4712");
    private final Handle phone = linking.phone();

    @Test
    void aFamilysMailIsInNobodysHistory() {
        var mikko = linking.order(number, email);
        var jenni = linking.order(otherNumber, email);
        var family = mailFrom(email);

        assertEquals(3, Set.of(mikko, jenni, family).size());
        assertEquals(family, Linking.owner(email));
        assertEquals(List.of("purchase"), kinds(Api.glance(mikko)));
        assertEquals(List.of("purchase"), kinds(Api.glance(jenni)));
        assertEquals(List.of(number.value()), Api.glance(mikko).getList("handles.value"));
        assertTrue(kinds(Api.glance(family)).contains("message-received"), "whoever answers it sees the mail");
        for (var customer : List.of(mikko, jenni)) {
            assertEquals(
                    List.of("shared-handle"),
                    evidence(customer).getList("links.findAll { it.state == 'refused' }.refusal"));
        }
    }

    @Test
    void aFamilysMailWasMikkosAsLongAsNobodyElseUsedIt() {
        var mikko = linking.order(number, email);
        mailFrom(email);
        var before = Instant.now();
        linking.order(otherNumber, email);

        assertNotEquals(mikko, Linking.owner(email), "now it is not known whose it is");
        assertEquals(List.of("purchase"), kinds(Api.glance(mikko)));
        var then = get("/customers/" + mikko + "?asOf=" + before);
        assertTrue(kinds(then).contains("message-received"), "then it was");
        assertEquals(Set.of(number.value(), email.value()), Set.copyOf(then.getList("handles.value")));
        assertEquals(
                List.of("followed"),
                get("/customers/" + mikko + "/links?asOf=" + before).getList("links.state.unique()"));
        assertEquals(
                1,
                get("/customers/" + mikko + "/why?asOf=" + before)
                        .getList("chains.find { it.end.kind == 'email' }.steps")
                        .size());
    }

    @Test
    void aFamilysAddressIsOnePersonsOnceSomethingSurerOrAPersonSaysSo() {
        var mikko = linking.order(number, email);
        linking.order(otherNumber, email);

        Linking.linked(mikko, otherNumber, true);
        assertEquals(mikko, Linking.owner(email));
    }

    @Test
    void aRecycledNumberBeginsANewHistory() {
        var mikko = linking.order(number, phone);
        linking.order(phone);

        var next = recycled(phone);
        linking.order(Instant.now().plus(Duration.ofHours(1)), phone);

        assertEquals(next, Linking.owner(phone));
        assertEquals(2, Api.glance(mikko).getList("timeline").size(), "the old history stays where it is");
        assertEquals(1, Api.glance(next).getList("timeline").size());
        assertEquals(List.of(number.value()), Api.glance(mikko).getList("handles.value"));
        assertEquals(List.of(phone.value()), Api.glance(next).getList("handles.value"));
        Linking.post("/handles/endings", Map.of("handle", Linking.json(email), "reason", "Recycled"))
                .then()
                .statusCode(404);
    }

    @Test
    void whatOccurredBeforeANumberWasRecycledIsOfWhoeverHadItThen() {
        var mikko = linking.order(number, phone);
        var next = recycled(phone);

        linking.order(phone);
        linking.order(number, phone);

        assertEquals(3, Api.glance(mikko).getList("timeline").size(), "an import brings old orders late");
        assertEquals(0, Api.glance(next).getList("timeline").size());
        assertEquals(next, Linking.owner(phone));
    }

    @Test
    void aNumberMayBeRecycledAgainAndAgain() {
        var first = linking.order(phone);
        var second = recycled(phone);
        linking.order(Instant.now(), phone);
        var third = recycled(phone);
        linking.order(Instant.now().plus(Duration.ofHours(1)), number, phone);

        assertEquals(3, Set.of(first, second, third).size());
        assertEquals(Linking.owner(number), Linking.owner(phone));
        for (var customer : List.of(first, second, third)) {
            assertEquals(1, Api.glance(customer).getList("timeline").size());
        }
    }

    @Test
    void aNumberRecycledWithoutAWordIsNobodysRatherThanTheWrongOnes() {
        var mikko = linking.order(number, phone);
        linking.order(Instant.parse("2026-11-20T12:00:00Z"), phone);
        assertEquals(2, Api.glance(mikko).getList("timeline").size());

        var jenni = linking.order(otherNumber, phone);

        assertEquals(1, Api.glance(mikko).getList("timeline").size());
        assertEquals(1, Api.glance(jenni).getList("timeline").size());
        assertNotEquals(mikko, Linking.owner(phone));
        assertNotEquals(jenni, Linking.owner(phone));
    }

    private static UUID recycled(Handle handle) {
        return Linking.post("/handles/endings", Map.of("handle", Linking.json(handle), "reason", "Recycled"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getUUID("customerIds[0]");
    }

    private static UUID mailFrom(Handle address) {
        var mail = ConversationFeed.provenMail(address.value()).opened("Oil?").received("Hello");
        var identified = Topics.identified(mail.id(), 1).getLast();
        Api.eventually(() -> assertTrue(
                kinds(Api.glance(identified.get("customerId").asText())).contains("message-received")));
        return UUID.fromString(identified.get("customerId").asText());
    }

    private static List<String> kinds(JsonPath glance) {
        return glance.getList("timeline.kind");
    }

    private static JsonPath evidence(UUID customer) {
        return get("/customers/" + customer + "/links");
    }

    private static JsonPath get(String path) {
        return Api.as(Api.jenni())
                .get("/api/v1" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
