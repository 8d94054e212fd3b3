/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.trace;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import fi.saumaton.system.RunningPlatform;
import fi.saumaton.system.story.Agent;
import fi.saumaton.system.story.Person;
import fi.saumaton.system.story.Shop;
import fi.saumaton.system.story.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** One message is one trace, through HTTP, outbox and Kafka, and the trace tells nothing of the customer. */
class OneTraceTest {

    private static final String CALLER = "00f067aa0ba902b7";

    @Test
    void aChatMessageIsOneTraceThroughTheServicesAndNamesNobody() {
        assumeTrue(Integer.getInteger("saumaton.attach") == null, "the platform tells its spans to its own collector");
        var doors = RunningPlatform.doors();
        var collector = RunningPlatform.collector();
        var traceId = UUID.randomUUID().toString().replace("-", "");
        var secret = "secret-" + UUID.randomUUID();
        var address = secret + "@example.test";

        try (var visitor = Visitor.loggedIn(doors, new Shop(doors).widgetTokenOf(Person.mikko()))) {
            say(visitor, traceId, "I am " + address + ", and this is nobody's business.");
        }

        Awaitility.await("spans of all the way").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var spans = collector.spansOf(traceId);
            assertThat(spans)
                    .extracting(Span::service)
                    .contains("channel-gateway", "customer-service", "routing-service", "analytics-service");
            assertThat(orphans(spans)).isEmpty();
        });
        assertThat(collector.spansOf(traceId))
                .extracting(Span::name)
                .contains("POST /api/v1/chat/messages", "process customer.events", "process routing.events");
        assertThat(collector.everything())
                .isNotEmpty()
                .noneMatch(export -> export.contains(secret)
                        || export.contains("nobody's business")
                        || export.contains(Person.mikko().email()));
    }

    @Test
    void whoLooksForACustomerLeavesNoAddressInTheTrace() {
        assumeTrue(Integer.getInteger("saumaton.attach") == null, "the platform tells its spans to its own collector");
        var doors = RunningPlatform.doors();
        var collector = RunningPlatform.collector();
        var traceId = UUID.randomUUID().toString().replace("-", "");
        var address = "sought-" + UUID.randomUUID() + "@example.test";

        try (var jenni = Agent.signIn(doors, "jenni")) {
            jenni.api()
                    .get("/api/v1/customers?handle=email:" + address, "traceparent", traceparent(traceId))
                    .expect(200);
        }

        Awaitility.await("spans of both services")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(collector.spansOf(traceId))
                        .extracting(Span::service)
                        .contains("channel-gateway", "customer-service"));
        assertThat(collector.everything()).noneMatch(export -> export.contains(address.substring(0, 20)));
    }

    private static String traceparent(String traceId) {
        return "00-" + traceId + "-" + CALLER + "-01";
    }

    private static void say(Visitor visitor, String traceId, String text) {
        visitor.api()
                .post(
                        "/api/v1/chat/messages",
                        Map.of("clientMessageId", UUID.randomUUID().toString(), "text", text),
                        "traceparent",
                        traceparent(traceId))
                .expect(200);
    }

    /** Spans that hang on nothing that was told: the tree would have holes. */
    private static List<Span> orphans(List<Span> spans) {
        var known =
                Stream.concat(Stream.of(CALLER), spans.stream().map(Span::id)).collect(Collectors.toSet());
        return spans.stream().filter(span -> !known.contains(span.parentId())).toList();
    }
}
