/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.List;
import java.util.Map;

/** The rules once more, as simply as they can be said, to hold the indexed ones against. */
final class Naive {
    private final State state;

    Naive(State state) {
        this.state = state;
    }

    /** Whether the agent is one for this work at all, whoever they are busy with. */
    boolean suits(Agent agent, WorkItem item) {
        Queue queue = state.queue(item.queue());
        Ring ring = queue.ring(item.ring());
        boolean among = agent.queues().contains(queue.name())
                || ring != null && ring.alsoQueues().stream().anyMatch(agent.queues()::contains)
                || ring != null && agent.team() != null && ring.alsoTeams().contains(agent.team());
        int lowered = ring == null ? 0 : ring.lowerLevels();
        boolean skilled = queue.requiredSkills().stream()
                .allMatch(skill -> agent.level(skill) >= queue.rules().levels().getOrDefault(skill, 1) - lowered);
        boolean languageNeeded = queue.rules().languageRequired()
                && (ring == null || !ring.anyLanguage())
                && item.situation().language() != null;
        boolean speaks =
                !languageNeeded || agent.languages().contains(item.situation().language());
        return agent.available() && among && skilled && speaks;
    }

    /** Whether the agent could have this work now. */
    boolean could(Agent agent, WorkItem item) {
        Queue queue = state.queue(item.queue());
        boolean hard = !queue.rules().emergency()
                && item.situation().frustration() != null
                && item.situation().frustration() <= -6;
        return suits(agent, item)
                && !state.isClosed(queue.name())
                && agent.strain().wrapUpUntil() == null
                && !(hard && agent.strain().recoversUntil() != null)
                && hasRoom(agent, item.channelKind());
    }

    private boolean hasRoom(Agent agent, String kind) {
        Capacity capacity = agent.capacity();
        Map<String, Integer> weights = capacity.weights();
        List<String> kinds = state.items().stream()
                .filter(WorkItem::takesCapacity)
                .filter(item -> agent.id().equals(item.agentId()))
                .map(WorkItem::channelKind)
                .toList();
        List<String> pressing = kinds.stream()
                .filter(each -> !capacity.interruptible().contains(each))
                .toList();
        if (kinds.stream().anyMatch(capacity.alone()::contains)) {
            return false;
        }
        if (capacity.alone().contains(kind) && !capacity.interruptible().contains(kind)) {
            return pressing.isEmpty() && weights.getOrDefault(kind, 1) <= capacity.total();
        }
        List<String> counted = capacity.interruptible().contains(kind) ? kinds : pressing;
        int carried =
                counted.stream().mapToInt(each -> weights.getOrDefault(each, 1)).sum();
        Integer allowance = agent.strain().allowance();
        int most = allowance == null ? capacity.total() : Math.min(allowance, capacity.total());
        return carried + weights.getOrDefault(kind, 1) <= most;
    }
}
