/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.RunningStack;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.kit.sample.Database;
import fi.saumaton.kit.sample.Events;
import fi.saumaton.kit.sample.Kit;
import fi.saumaton.kit.sample.TopicReader;

import static fi.saumaton.kit.sample.Events.increased;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** PostgreSQL dies in the middle of a stream of events and comes back: nothing lost, nothing twice, no order changed. */
@QuarkusTest
@Kit
class PostgresOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KEYS = 10;
    private static final int EACH = 200;

    @Test
    void eventsWaitForTheDatabaseInTheirOrder() {
        List<UUID> ids =
                IntStream.range(0, KEYS).mapToObj(i -> UUID.randomUUID()).toList();
        RunningStack stack = RunningStack.current();
        try (Events events = new Events();
                TopicReader deadLetters = new TopicReader(Events.DEAD_LETTERS)) {
            int lettersBefore = settled(deadLetters);
            List<ProducerRecord<String, byte[]>> records = interleaved(ids);
            events.send(records.subList(0, records.size() / 2));
            await().until(() -> !Database.effects(ids.getFirst()).isEmpty());
            stack.postgresProcess().kill();
            events.send(records.subList(records.size() / 2, records.size()));
            refusedAsUnavailable();
            stack.postgresProcess().start(PATIENCE);
            for (UUID id : ids) {
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .untilAsserted(
                                () -> assertEquals(EACH, Database.effects(id).size()));
                assertEquals(IntStream.rangeClosed(1, EACH).boxed().toList(), Database.effects(id));
            }
            assertEquals(lettersBefore, settled(deadLetters));
        }
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    /** A request that needs the database says so, and the probes tell it apart. */
    private static void refusedAsUnavailable() {
        given().auth()
                .oauth2(TestTokens.person("jenni", "agent"))
                .get("/api/v1/counters/" + UUID.randomUUID())
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("type", equalTo("urn:saumaton:problem:unavailable"));
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);
    }

    private static int settled(TopicReader reader) {
        int before;
        int after = -1;
        do {
            before = after;
            after = reader.count();
        } while (after != before);
        return after;
    }

    private static List<ProducerRecord<String, byte[]>> interleaved(List<UUID> ids) {
        List<Integer> keys = new ArrayList<>();
        IntStream.range(0, ids.size()).forEach(key -> keys.addAll(Collections.nCopies(EACH, key)));
        Collections.shuffle(keys, new Random(7));
        int[] next = new int[ids.size()];
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        keys.forEach(key -> records.add(increased(ids.get(key), ++next[key], null)));
        assertTrue(records.size() == KEYS * EACH);
        return records;
    }
}
