/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import fi.saumaton.customer.journey.GraphRepository.Counted;
import fi.saumaton.customer.journey.JourneyGraph.Edge;
import fi.saumaton.customer.journey.JourneyGraph.Node;

/**
 * Leaves out groups so small that single customers could be seen in them (k-anonymity). An edge goes with its nodes: it
 * has no more customers than either of them.
 */
final class GraphRule {
    private final int smallest;

    GraphRule(int smallest) {
        this.smallest = smallest;
    }

    JourneyGraph of(Instant from, Instant to, List<Counted> counted) {
        var shown = counted.stream().filter(one -> one.customers() >= smallest).toList();
        var nodes = shown.stream()
                .filter(one -> one.next() == null)
                .map(one -> new Node(one.node(), one.customers()))
                .sorted(Comparator.comparingLong(Node::customers).reversed().thenComparing(Node::key))
                .toList();
        var edges = shown.stream()
                .filter(one -> one.next() != null)
                .map(one -> new Edge(one.node(), one.next(), one.customers(), one.times(), one.medianSeconds()))
                .sorted(Comparator.comparingLong(Edge::customers)
                        .reversed()
                        .thenComparing(Edge::from)
                        .thenComparing(Edge::to))
                .toList();
        return new JourneyGraph(from, to, smallest, shown.size() < counted.size(), nodes, edges);
    }
}
