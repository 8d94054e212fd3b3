/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.analytics.metric.Interval;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.analytics.metric.RandomLog;
import fi.saumaton.analytics.metric.Recounts;
import fi.saumaton.analytics.metric.Summary;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The facts, made event by event as they came from Kafka, shuffled and repeated; the recount over the stored log; and a
 * count of the log in memory, in its own order: three ways to the same figures.
 */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "analytics"))
class AgreementTest {

    private static final Instant FIRST_YEAR = Instant.parse("2001-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106})
    void factsAndRecountGiveTheSameFigures(long seed) throws JsonProcessingException {
        Instant start = FIRST_YEAR.plus(30 * seed, ChronoUnit.DAYS);
        List<LoggedEvent> log = RandomLog.of(seed, start, 80);

        EventFeed.publish(mixed(log, seed));

        for (long variant = seed; variant < seed + 10; variant++) {
            assertAgreement(log, RandomLog.interval(variant, start));
        }
    }

    private static List<LoggedEvent> mixed(List<LoggedEvent> log, long seed) {
        Random random = new Random(seed);
        List<LoggedEvent> mixed = new ArrayList<>(log);
        for (int i = 0; i < log.size() / 4; i++) {
            mixed.add(log.get(random.nextInt(log.size())));
        }
        Collections.shuffle(mixed, random);
        return mixed;
    }

    private static void assertAgreement(List<LoggedEvent> log, Interval interval) throws JsonProcessingException {
        JsonNode facts = JSON.readTree(report("summary", interval));
        JsonNode recount = JSON.readTree(report("recount", interval));
        Summary expected = Recounts.of(log, interval);

        assertTrue(facts.get("messages").get("received").asLong() > 0, "The interval holds nothing: " + interval);
        assertEquals(facts, recount);
        assertEquals(
                expected.contacts().total(), facts.get("contacts").get("total").asLong());
        assertEquals(tree(expected.contacts()), facts.get("contacts"));
        assertEquals(expected.customers(), facts.get("customers").asLong());
        assertEquals(tree(expected.issues()), facts.get("issues"));
        assertEquals(tree(expected.messages()), facts.get("messages"));
        assertEquals(tree(expected.offers()), facts.get("offers"));
        assertEquals(
                tree(expected.waiting().byChannel()),
                facts.get("waitingSeconds").get("byChannel"));
        assertEquals(
                tree(expected.assignment().byChannel()),
                facts.get("assignmentSeconds").get("byChannel"));
    }

    private static JsonNode tree(Object value) throws JsonProcessingException {
        return JSON.readTree(JSON.writeValueAsString(value));
    }

    private static String report(String name, Interval interval) {
        return given().auth()
                .oauth2(TestTokens.person("manager", "manager"))
                .queryParams(Map.of(
                        "from", interval.from().toString(),
                        "to", interval.to().toString(),
                        "asOf", interval.asOf().toString()))
                .get("/api/v1/analytics/" + name)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
