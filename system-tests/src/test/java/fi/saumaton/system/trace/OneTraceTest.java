/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.trace;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import fi.saumaton.system.RunningPlatform;
import fi.saumaton.system.story.Agent;
import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.Person;
import fi.saumaton.system.story.Shop;
import fi.saumaton.system.story.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * One message is one trace, through HTTP, outbox and Kafka, and the trace tells nothing of the customer. The messages come
 * in by a gateway that begins a trace for every request; the others of this platform begin none.
 */
class OneTraceTest {

    private static final String MESSAGE = "POST /api/v1/chat/messages";
    private static final String SEARCH = "GET /api/v1/customers";

    private static String tracing;

    @BeforeAll
    static void startAGatewayThatTraces() {
        assumeTrue(Integer.getInteger("saumaton.attach") == null, "the platform tells its spans to its own collector");
        tracing = RunningPlatform.get().replica("channel-gateway", Map.of("SAUMATON_TRACE_RATIO", "1"));
    }

    @AfterAll
    static void stopIt() {
        if (tracing != null) {
            RunningPlatform.get().stop(tracing);
        }
    }

    @Test
    void aChatMessageIsOneTraceThroughTheServicesAndNamesNobody() {
        var doors = doors();
        var collector = RunningPlatform.collector();
        var theirs = UUID.randomUUID().toString().replace("-", "");
        var secret = "secret-" + UUID.randomUUID();
        var address = secret + "@example.test";

        try (var visitor = Visitor.loggedIn(doors, new Shop(doors).widgetTokenOf(Person.mikko()))) {
            say(visitor, theirs, "I am " + address + ", and this is nobody's business.");
        }

        Awaitility.await("spans of all the way").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(collector.tracesWith(MESSAGE)).hasSize(1);
            var spans = collector.spansOf(collector.tracesWith(MESSAGE).getFirst());
            assertThat(spans)
                    .extracting(Span::service)
                    .contains("channel-gateway", "customer-service", "routing-service", "analytics-service");
            assertThat(spans).extracting(Span::name).contains("process customer.events", "process routing.events");
            assertThat(loose(spans)).extracting(Span::name).containsExactly(MESSAGE);
        });
        assertThat(collector.spansOf(theirs)).isEmpty();
        assertThat(collector.everything())
                .isNotEmpty()
                .noneMatch(export -> export.contains(secret)
                        || export.contains("nobody's business")
                        || export.contains(Person.mikko().email()));
    }

    @Test
    void whoLooksForACustomerLeavesNoAddressInTheTrace() {
        var collector = RunningPlatform.collector();
        var address = "sought-" + UUID.randomUUID() + "@example.test";

        try (var jenni = Agent.signIn(doors(), "jenni")) {
            jenni.api().get("/api/v1/customers?handle=email:" + address).expect(200);
        }

        Awaitility.await("spans of both services")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    assertThat(collector.tracesWith(SEARCH)).hasSize(1);
                    assertThat(collector.spansOf(collector.tracesWith(SEARCH).getFirst()))
                            .extracting(Span::service)
                            .contains("channel-gateway", "customer-service");
                });
        assertThat(collector.everything()).noneMatch(export -> export.contains(address.substring(0, 20)));
    }

    private static Doors doors() {
        return RunningPlatform.doors().through(URI.create(RunningPlatform.get().url(tracing)));
    }

    /** With a trace of the caller's own, which the gateway is not to believe. */
    private static void say(Visitor visitor, String traceId, String text) {
        visitor.api()
                .post(
                        "/api/v1/chat/messages",
                        Map.of("clientMessageId", UUID.randomUUID().toString(), "text", text),
                        "traceparent",
                        "00-" + traceId + "-00f067aa0ba902b7-01")
                .expect(200);
    }

    /** Spans that hang on nothing that was told: the root, and where the tree would have holes. */
    private static List<Span> loose(List<Span> spans) {
        var known = spans.stream().map(Span::id).collect(Collectors.toSet());
        return spans.stream().filter(span -> !known.contains(span.parentId())).toList();
    }
}
