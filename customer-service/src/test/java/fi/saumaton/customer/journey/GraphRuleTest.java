/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.journey.GraphRepository.Counted;
import fi.saumaton.customer.journey.JourneyGraph.Edge;
import fi.saumaton.customer.journey.JourneyGraph.Node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GraphRuleTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-22T00:00:00Z");
    private final GraphRule rule = new GraphRule(5);

    @Test
    void smallGroupsAreLeftOut() {
        var graph = rule.of(
                FROM,
                TO,
                List.of(
                        new Counted("purchase", null, 20, 21, 0),
                        new Counted("message-received:email", null, 30, 44, 0),
                        new Counted("complaint", null, 4, 9, 0),
                        new Counted("purchase", "message-received:email", 5, 6, 3600),
                        new Counted("purchase", "complaint", 4, 9, 60)));

        assertEquals(List.of(new Node("message-received:email", 30), new Node("purchase", 20)), graph.nodes());
        assertEquals(List.of(new Edge("purchase", "message-received:email", 5, 6, 3600)), graph.edges());
        assertTrue(graph.incomplete());
    }

    @Test
    void aWholeGraphSaysSo() {
        assertFalse(rule.of(FROM, TO, List.of(new Counted("purchase", null, 5, 5, 0)))
                .incomplete());
        assertEquals(List.of(), rule.of(FROM, TO, List.of()).nodes());
    }
}
