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
    /** How long it counts who served the customer last. */
    static final Duration LAST_AGENT_COUNTS = Duration.ofHours(72);

    private static final double LAST_AGENT = 60;
    private static final double LANGUAGE = 10;
    private static final double MINUTES_OF_A_DAY = Duration.ofDays(1).toMinutes();

    /** The best first: the score, then the longest idle to the microsecond, then the id. */
    static final Comparator<Decision.Candidate> BEST_FIRST = Comparator.comparingDouble(Decision.Candidate::score)
            .reversed()
            .thenComparing(Decision.Candidate::idleSince)
            .thenComparing(Decision.Candidate::agentId);

    private Scoring() {}

    static Decision.Candidate score(WorkItem item, Queue queue, Agent agent, Instant at) {
        Terms terms = new Terms(
                round(minutes(item.dueSince(), at)),
                queue.priority(),
                servedLately(item.situation(), agent, at) ? LAST_AGENT : 0,
                agent.languages().contains(String.valueOf(item.situation().language())) ? LANGUAGE : 0,
                round(Math.min(1, minutes(agent.idleSince(), at) / MINUTES_OF_A_DAY)));
        return new Decision.Candidate(agent.id(), agent.name(), terms, terms.score(), agent.idleSince());
    }

    private static boolean servedLately(Situation situation, Agent agent, Instant at) {
        return agent.id().equals(situation.lastAgentId())
                && situation.lastAgentAt() != null
                && !situation.lastAgentAt().isBefore(at.minus(LAST_AGENT_COUNTS));
    }

    private static double minutes(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 60_000.0);
    }

    private static double round(double minutes) {
        return Math.round(minutes * 10_000) / 10_000.0;
    }
}
