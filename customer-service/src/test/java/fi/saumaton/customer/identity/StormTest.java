/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A system that names a thousand handles together by mistake: one by one, in a chain, or at once. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class StormTest {
    private static final Logger LOG = Logger.getLogger(StormTest.class);
    private static final int HANDLES = 1_000;
    private static final int CHAIN = 300;
    private static final int MOST = 250;
    private static final long SOON = 5_000;

    private final Linking linking = new Linking();
    private final Handle number = linking.number("4711");

    @Test
    void aThousandAddressesOfOneNumberStopWhereAPersonEnds() {
        var emails = emails(HANDLES);

        storm(
                "one number",
                emails.stream().map(email -> new Handle[] {number, email}).toList());

        var customer = Linking.owner(number);
        var links = links(customer);
        assertEquals(
                MOST - 1,
                sizes(emails).stream().filter(size -> size > 1).findFirst().orElse(0));
        assertEquals(
                HANDLES, links.getList("links.findAll { it.other != null }").size());
        assertEquals(
                MOST - 1,
                links.getList("links.findAll { it.other != null && it.state == 'followed' }")
                        .size());
        assertEquals(
                Set.of("too-many-handles", "worn-handle"),
                Set.copyOf(links.getList("links.findAll { it.state == 'refused' }.refusal")));
        assertTrue(
                links.getList("links.findAll { it.refusal == 'too-many-handles' }")
                                .size()
                        <= MOST,
                "the rest is not looked at again");
        opensSoon(customer);
    }

    @Test
    void aChainOfAddressesIsSeveralPeople() {
        var emails = emails(CHAIN);

        storm(
                "a chain",
                IntStream.range(1, CHAIN)
                        .mapToObj(i -> new Handle[] {emails.get(i - 1), emails.get(i)})
                        .toList());

        Map<UUID, Integer> sizes = new LinkedHashMap<>();
        emails.forEach(email -> sizes.merge(Linking.owner(email), 1, Integer::sum));
        var pieces = List.copyOf(sizes.values());
        assertTrue(pieces.stream().allMatch(size -> size <= MOST), pieces.toString());
        assertTrue(
                IntStream.range(1, pieces.size()).allMatch(i -> pieces.get(i - 1) + pieces.get(i) > MOST),
                () -> "neighbours who could be one person are one: " + pieces);
        opensSoon(Linking.owner(emails.getFirst()));
    }

    @Test
    void anAddressOfManyNumbersIsNobodys() {
        var email = linking.email("info");
        var numbers =
                IntStream.range(0, 100).mapToObj(i -> linking.number("n" + i)).toList();

        storm(
                "one address",
                numbers.stream().map(one -> new Handle[] {one, email}).toList());

        assertEquals(Set.of(1), Set.copyOf(sizes(numbers)));
        assertTrue(numbers.stream().map(Linking::owner).noneMatch(Linking.owner(email)::equals));
        opensSoon(Linking.owner(email));
    }

    @Test
    void aSenderWithAThousandHandlesAtOnceStopsWhereAPersonEnds() {
        Map<String, String> handles = new TreeMap<>();
        for (int i = 0; i < HANDLES; i++) {
            handles.put("external:crm-" + i, number.value());
        }
        var began = Instant.now();

        var conversation = ConversationFeed.platformUser("webhook:till", handles)
                .opened("Oil?")
                .received("Hello");
        var customer = UUID.fromString(Topics.identified(conversation.id(), 1)
                .getLast()
                .get("customerId")
                .asText());

        LOG.infof("A sender with %d handles took %s", HANDLES, Duration.between(began, Instant.now()));
        assertEquals(
                MOST - 1,
                links(customer)
                        .getList("links.findAll { it.other != null && it.state == 'followed' }")
                        .size());
        opensSoon(customer);
    }

    private List<Handle> emails(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> linking.email("storm" + i))
                .toList();
    }

    /** The log says how long each quarter takes: the last one no longer than the first. */
    private void storm(String name, List<Handle[]> orders) {
        List<Duration> parts = new ArrayList<>();
        int part = orders.size() / 4;
        for (int i = 0; i < 4; i++) {
            var began = Instant.now();
            orders.subList(i * part, (i + 1) * part).forEach(linking::order);
            parts.add(Duration.between(began, Instant.now()));
        }
        orders.subList(4 * part, orders.size()).forEach(linking::order);
        LOG.infof("A storm of %d handles by %s took %s by quarters", orders.size(), name, parts);
    }

    /** How many of the handles each customer has. */
    private static List<Integer> sizes(List<Handle> handles) {
        return Linking.people(handles).stream().map(Set::size).toList();
    }

    private static void opensSoon(UUID customer) {
        for (var path : List.of("", "/links", "/why", "/timeline")) {
            Api.as(Api.jenni())
                    .get("/api/v1/customers/" + customer + path)
                    .then()
                    .statusCode(200)
                    .time(lessThan(SOON));
        }
    }

    private static JsonPath links(UUID customer) {
        return Api.as(Api.jenni())
                .get("/api/v1/customers/" + customer + "/links")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
