/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outage;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.RunningStack;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.kit.sample.Database;
import fi.saumaton.kit.sample.Kit;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Kafka dies: the service goes on, its events wait in the outbox and come in their order. */
@QuarkusTest
@Kit
class KafkaOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EACH = 20;

    @Test
    void serviceGoesOnAndItsEventsWaitInTheirOrder() {
        List<UUID> ids = IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
        ids.forEach(id -> agent().put("/api/v1/counters/" + id).then().statusCode(204));
        RunningStack stack = RunningStack.current();
        increase(ids, 1, EACH);
        stack.kafkaProcess().kill();
        increase(ids, EACH + 1, 2 * EACH);
        for (String probe : List.of("ready", "live", "started")) {
            given().get("/q/health/" + probe).then().statusCode(200);
        }
        stack.kafkaProcess().start(PATIENCE);
        increase(ids, 2 * EACH + 1, 3 * EACH);
        for (UUID id : ids) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertEquals(3 * EACH, Database.effects(id).size()));
            assertEquals(IntStream.rangeClosed(1, 3 * EACH).boxed().toList(), Database.effects(id));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        List.of(),
                        Database.column(UUID.class, "select id from outbox where aggregateid = any(?)", (Object)
                                ids.toArray(UUID[]::new))));
    }

    private static void increase(List<UUID> ids, int from, int to) {
        for (int value = from; value <= to; value++) {
            for (UUID id : ids) {
                agent().post("/api/v1/counters/" + id + "/increase")
                        .then()
                        .statusCode(200)
                        .body("value", equalTo(value));
            }
        }
    }

    private static io.restassured.specification.RequestSpecification agent() {
        return given().auth().oauth2(TestTokens.person("jenni", "agent")).contentType("application/json");
    }
}
