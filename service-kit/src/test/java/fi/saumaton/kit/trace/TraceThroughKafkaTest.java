/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.trace;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.TestTokens;
import fi.saumaton.kit.sample.CounterEvent;
import fi.saumaton.kit.sample.Database;
import fi.saumaton.kit.sample.Events;
import fi.saumaton.kit.sample.Kit;
import fi.saumaton.kit.sample.RecordedSpans;
import fi.saumaton.kit.sample.TopicReader;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@Kit
class TraceThroughKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    RecordedSpans recorded;

    @Test
    void sampledRequestIsOneTraceOverOutboxKafkaConsumerAndTheNextOutbox() {
        UUID id = newCounter();
        String trace = UUID.randomUUID().toString().replace("-", "");
        increase(id, "00-" + trace + "-b7ad6b7169203331-01");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(4, recorded.of(trace).size(), recorded.of(trace)::toString));
        SpanData server = ofKind(trace, SpanKind.SERVER).getFirst();
        SpanData process = ofKind(trace, SpanKind.CONSUMER).getFirst();
        assertEquals("b7ad6b7169203331", server.getParentSpanId());
        assertEquals("process " + Events.TOPIC, process.getName());
        SpanData told = ofKind(trace, SpanKind.PRODUCER).stream()
                .filter(span -> span.getSpanId().equals(process.getParentSpanId()))
                .findFirst()
                .orElseThrow();
        assertEquals("publish " + Events.TOPIC, told.getName());
        assertEquals(server.getSpanId(), told.getParentSpanId());
        SpanData echoed = ofKind(trace, SpanKind.PRODUCER).stream()
                .filter(span -> span != told)
                .findFirst()
                .orElseThrow();
        assertEquals(process.getSpanId(), echoed.getParentSpanId());
        try (TopicReader topic = new TopicReader(Events.TOPIC)) {
            await().atMost(PATIENCE).until(() -> topic.of(id).size() == 2);
            assertEquals(
                    List.of(Traces.of(told.getSpanContext()), Traces.of(echoed.getSpanContext())),
                    topic.of(id).stream()
                            .map(record -> TopicReader.headers(record).get("traceparent"))
                            .toList());
        }
    }

    @Test
    void aQueryMayNameSomebodyAndIsNotInTheSpan() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        increase(newCounter(), "00-" + trace + "-b7ad6b7169203331-01");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertEquals(1, ofKind(trace, SpanKind.SERVER).size()));
        SpanData server = ofKind(trace, SpanKind.SERVER).getFirst();
        assertEquals(DiscreetSpans.HIDDEN, server.getAttributes().get(DiscreetSpans.QUERY));
        assertFalse(server.toString().contains("echo"), server::toString);
    }

    @Test
    void unsampledRequestLeavesNoSpanAndNoHeader() {
        UUID id = newCounter();
        String trace = UUID.randomUUID().toString().replace("-", "");
        increase(id, "00-" + trace + "-b7ad6b7169203331-00");
        try (TopicReader topic = new TopicReader(Events.TOPIC)) {
            await().atMost(PATIENCE).until(() -> topic.of(id).size() == 2);
            topic.of(id)
                    .forEach(record -> assertFalse(TopicReader.headers(record).containsKey("traceparent")));
            assertEquals(
                    CounterEvent.ECHOED,
                    TopicReader.headers(topic.of(id).getLast()).get("ce_type"));
        }
        assertTrue(recorded.of(trace).isEmpty());
    }

    private List<SpanData> ofKind(String trace, SpanKind kind) {
        return recorded.of(trace).stream()
                .filter(span -> span.getKind() == kind)
                .toList();
    }

    private static UUID newCounter() {
        UUID id = UUID.randomUUID();
        Database.update("insert into counter (id, version, value) values (?, 0, 0)", id);
        return id;
    }

    private static void increase(UUID id, String traceparent) {
        given().auth()
                .oauth2(TestTokens.person("jenni", "agent"))
                .contentType("application/json")
                .header("traceparent", traceparent)
                .post("/api/v1/counters/" + id + "/increase?wish=echo")
                .then()
                .statusCode(200);
    }
}
