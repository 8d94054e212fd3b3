/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.topic;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TopicContractTest {
    @Test
    void aServiceNeedsWhatItReadsWritesAndSetsAside() {
        assertEquals(
                Map.of(
                        "conversation.events", 12,
                        "conversation.events.dlq.routing-service", 12,
                        "customer.events", 12,
                        "customer.events.dlq.routing-service", 12,
                        "routing.events", 12),
                TopicContract.of("routing-service"));
    }

    @Test
    void wakeUpsHaveOnePartitionAndNoDeadLetters() {
        Map<String, Integer> gateway = TopicContract.of("channel-gateway");

        assertEquals(1, gateway.get("gateway.wakeups"));
        assertEquals(12, gateway.get("ingress.dlq.channel-gateway"));
        assertEquals(null, gateway.get("gateway.wakeups.dlq.channel-gateway"));
    }

    @Test
    void anotherProgramNeedsNothing() {
        assertEquals(Map.of(), TopicContract.of("bare-endpoint"));
    }
}
