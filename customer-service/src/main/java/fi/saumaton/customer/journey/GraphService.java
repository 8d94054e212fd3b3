/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** The paths of all customers as a graph, without small groups. */
@ApplicationScoped
class GraphService {
    private static final Duration USUAL = Duration.ofDays(30);

    private final Transactions transactions;
    private final GraphRepository graphs;
    private final GraphRule rule;
    private final Duration longest;
    private final Clock clock;

    GraphService(Transactions transactions, GraphRepository graphs, JourneyConfig config, Clock clock) {
        this.transactions = transactions;
        this.graphs = graphs;
        this.rule = new GraphRule(config.smallestGroup());
        this.longest = config.longest();
        this.clock = clock;
    }

    /** @param from null for 30 days before {@code to}; @param to null for now */
    Uni<JourneyGraph> graph(boolean ofStages, Instant from, Instant to) {
        var end = to == null ? clock.instant() : to;
        var begin = from == null ? end.minus(USUAL) : from;
        if (!begin.isBefore(end) || begin.plus(longest).isBefore(end)) {
            throw new Problem(
                            CommonProblem.INVALID,
                            "The time has to end after it begins, and may be %d days long at most."
                                    .formatted(longest.toDays()))
                    .with("parameter", "to");
        }
        return transactions
                .read(() -> ofStages ? graphs.stages(begin, end) : graphs.touchpoints(begin, end))
                .map(counted -> rule.of(begin, end, counted));
    }
}
