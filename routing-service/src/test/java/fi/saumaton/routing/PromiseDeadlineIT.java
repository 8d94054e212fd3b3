/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Promises outlive who made them: killed instances, and instances that share the work. */
class PromiseDeadlineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PROMISES = 20;

    private final StackResource stack = new StackResource();
    private final List<Instance> instances = new ArrayList<>();
    private Map<String, String> settings;
    private KafkaDoor kafka;

    @BeforeEach
    void start() {
        stack.init(Map.of("db", "routing"));
        settings = stack.start();
        kafka = new KafkaDoor(settings.get("kafka.bootstrap.servers"));
    }

    @AfterEach
    void stop() {
        kafka.close();
        instances.forEach(Instance::kill);
        stack.stop();
    }

    @Test
    void whatFellDueWhileNobodyRanIsToldOnceByWhoeverStartsNext() throws IOException {
        Instance first = instance("promising");
        List<String> made = new ArrayList<>();
        for (int n = 0; n < PROMISES; n++) {
            made.add(promised(first));
        }
        first.kill();
        instance("promising-second");
        instance("promising-third");

        for (String id : made) {
            await().atMost(PATIENCE).until(() -> told(id).contains("fi.saumaton.promise.late.v1"));
        }
        for (String id : made) {
            assertEquals(
                    1,
                    told(id).stream()
                            .filter("fi.saumaton.promise.due-soon.v1"::equals)
                            .count(),
                    id);
            assertEquals(
                    1,
                    told(id).stream()
                            .filter("fi.saumaton.promise.late.v1"::equals)
                            .count(),
                    id);
        }
    }

    private List<String> told(String id) {
        return kafka.events(event -> id.equals(event.text("promiseId"))).stream()
                .map(KafkaDoor.Event::type)
                .toList();
    }

    private static String promised(Instance at) throws IOException {
        String body = """
                {"kind":"call-back","text":"We call you back","until":"%s","customerId":"%s"}
                """.formatted(Instant.now().plusSeconds(6), UUID.randomUUID());
        var answer = at.call("POST", "/api/v1/promises", TestTokens.person("jenni", "agent"), body);
        assertEquals(201, answer.statusCode(), answer.body());
        return new ObjectMapper().readTree(answer.body()).path("id").asText();
    }

    private Instance instance(String name) {
        Instance instance = new Instance(name, settings);
        instances.add(instance);
        await().atMost(PATIENCE).until(instance::isReady);
        return instance;
    }
}
