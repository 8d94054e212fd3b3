/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/** Who could take a piece of work now, the best first. */
final class Candidates {
    private static final int KEPT = 5;

    /** Pools of agents larger than this are not counted through for a decision. */
    private static final int MOST_COUNTED = 20;

    /** So many in turn are looked at to find the best; further ones only while there is nobody at all. */
    private static final int MOST_LOOKS = 64;

    private static final Counts NOT_COUNTED = new Counts(null, null);

    private final Run run;
    private final State state;

    Candidates(Run run) {
        this.run = run;
        this.state = run.state;
    }

    /** How many could take it, and how many more are suitable but have no room; null where there are too many to count. */
    record Counts(Integer able, Integer full) {}

    /** Whether anybody takes what is in a line at the moment. */
    boolean served(Line line) {
        String queue = line.key().queue();
        return state.queue(queue) != null && !state.isClosed(queue);
    }

    /** Whether what is in a line that is served is for this agent at the moment, room aside. */
    boolean takes(Line line, Agent agent) {
        return takes(line, agent, state.index().pools(agent.id()));
    }

    private static boolean takes(Line line, Agent agent, Set<Trait.Pool> pools) {
        return !line.spares(agent) && line.suits(agent, pools);
    }

    boolean everybodyRefused(Line line, WorkItem item) {
        for (Trait.Pool pool : line.pools()) {
            for (NavigableSet<String> some : state.index().around(line, pool)) {
                if (some.stream().anyMatch(id -> unasked(line, item, id))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean unasked(Line line, WorkItem item, String id) {
        return !item.refusedBy().contains(id)
                && line.suits(state.agent(id), state.index().pools(id));
    }

    /**
     * The best of those who can take it. Only the last agent, the language and the turn tell agents apart: so the best are
     * among the last agent, the first in turn, and the first in turn of those who speak the language.
     */
    List<Decision.Candidate> best(Line line, WorkItem item, Queue queue) {
        if (!served(line)) {
            return List.of();
        }
        boolean again = item.refusedBy().isEmpty() || everybodyRefused(line, item);
        Map<String, Agent> found = new LinkedHashMap<>();
        String last = item.situation().lastAgentId();
        if (last != null
                && state.index().takesWork(last)
                && able(line, item, state.agent(last), state.index().pools(last), again)) {
            found.put(last, state.agent(last));
        }
        for (Trait.Pool pool : line.pools()) {
            gather(line, item, pool, again, found);
        }
        Scoring scoring = new Scoring(state.policy(), item, queue, run.at);
        return found.values().stream()
                .map(scoring::of)
                .sorted(Scoring.BEST_FIRST)
                .limit(KEPT)
                .toList();
    }

    private void gather(Line line, WorkItem item, Trait.Pool pool, boolean again, Map<String, Agent> found) {
        String language = item.situation().language();
        for (NavigableSet<AgentIndex.Turn> inTurn : state.index().inTurn(line, pool)) {
            int anybody = KEPT;
            int speakers = language == null ? 0 : KEPT;
            int looks = 0;
            for (AgentIndex.Turn turn : inTurn) {
                Agent agent = turn.agent();
                boolean speaks = speakers > 0 && agent.languages().contains(language);
                if ((anybody > 0 || speaks) && able(line, item, agent, turn.pools(), again)) {
                    found.put(agent.id(), agent);
                    anybody--;
                    speakers -= speaks ? 1 : 0;
                }
                looks++;
                boolean enough = anybody <= 0 && speakers <= 0 || looks >= MOST_LOOKS && anybody < KEPT;
                if (enough) {
                    break;
                }
            }
        }
    }

    private boolean able(Line line, WorkItem item, Agent agent, Set<Trait.Pool> pools, boolean again) {
        return (again || !item.refusedBy().contains(agent.id()))
                && takes(line, agent, pools)
                && state.fits(agent, item.channelKind());
    }

    Counts counts(Line line, WorkItem item) {
        Set<String> around = new HashSet<>();
        for (Trait.Pool pool : line.pools()) {
            for (NavigableSet<String> some : state.index().around(line, pool)) {
                if (around.size() + some.size() > MOST_COUNTED) {
                    return NOT_COUNTED;
                }
                around.addAll(some);
            }
        }
        boolean again = item.refusedBy().isEmpty() || everybodyRefused(line, item);
        int able = 0;
        int full = 0;
        for (String id : around) {
            Agent agent = state.agent(id);
            if ((again || !item.refusedBy().contains(id)) && takes(line, agent)) {
                boolean fits = state.fits(agent, item.channelKind());
                able += fits ? 1 : 0;
                full += fits ? 0 : 1;
            }
        }
        return new Counts(able, full);
    }
}
