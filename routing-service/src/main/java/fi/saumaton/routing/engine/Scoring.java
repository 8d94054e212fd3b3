/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** What makes one agent better than another for a piece of work, in minutes of waiting that it is worth. */
final class Scoring {
    private static final double MINUTES_OF_A_DAY = Duration.ofDays(1).toMinutes();

    /** The best first: the score, then the longest rested to the microsecond, then the id. */
    static final Comparator<Decision.Candidate> BEST_FIRST = Comparator.comparingDouble(Decision.Candidate::score)
            .reversed()
            .thenComparing(Decision.Candidate::idleSince)
            .thenComparing(Decision.Candidate::agentId);

    private final Policy policy;
    private final WorkItem item;
    private final Instant at;
    private final double waited;
    private final double priority;
    private final double promise;
    private final double frustration;
    private final double stage;
    private final double value;

    Scoring(Policy policy, WorkItem item, Queue queue, Instant at) {
        this.policy = policy;
        this.item = item;
        this.at = at;
        waited = round(minutes(item.dueSince(), at));
        priority = queue.priority();
        promise = round(policy.promise(item.situation()));
        frustration = round(policy.frustration(item.situation()));
        stage = round(policy.stage(item.situation()));
        value = round(policy.value(item.situation()));
    }

    Decision.Candidate of(Agent agent) {
        Instant rested = agent.restedSince();
        Terms terms = new Terms(
                waited,
                priority,
                promise,
                frustration,
                stage,
                value,
                servedLately(agent) ? policy.lastAgent() : 0,
                speaks(agent) ? policy.language() : 0,
                round(strained(agent)),
                round(Math.min(1, minutes(rested, at) / MINUTES_OF_A_DAY)));
        return new Decision.Candidate(agent.id(), agent.name(), terms, terms.score(), rested);
    }

    private double strained(Agent agent) {
        Instant until = agent.strain().strainedUntil();
        return until == null || !until.isAfter(at) ? 0 : -minutes(at, until);
    }

    private boolean speaks(Agent agent) {
        String language = item.situation().language();
        return language != null && agent.languages().contains(language);
    }

    private boolean servedLately(Agent agent) {
        Situation situation = item.situation();
        return agent.id().equals(situation.lastAgentId())
                && situation.lastAgentAt() != null
                && !situation.lastAgentAt().isBefore(at.minus(Duration.ofHours(policy.lastAgentHours())));
    }

    private static double minutes(Instant from, Instant to) {
        return Math.max(0, (Moment.micros(to) - Moment.micros(from)) / 60_000_000.0);
    }

    private static double round(double minutes) {
        return Math.round(minutes * 10_000) / 10_000.0;
    }
}
