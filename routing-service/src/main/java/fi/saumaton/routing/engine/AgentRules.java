/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people come, go and are configured to: their work follows. */
final class AgentRules {
    private static final String LEASE_EXPIRED = "lease-expired";

    /** Who was away for less has not slept over what came in. */
    private static final Duration NIGHT = Duration.ofHours(4);

    private AgentRules() {}

    static Answer presenceChanged(Run run, Input.PresenceChanged input) {
        Agent agent = run.state.agent(input.agentId());
        if (agent == null) {
            agent = newcomer(run, input);
        }
        if (input.name() != null && agent.version() == 0 && !input.name().equals(agent.name())) {
            agent = agent.named(input.name());
            run.state.put(agent);
        }
        if (agent.presence() != input.presence() || !Objects.equals(agent.presenceReason(), input.reason())) {
            change(run, agent, input.presence(), input.reason());
        }
        return Answer.DONE;
    }

    private static Agent newcomer(Run run, Input.PresenceChanged input) {
        Set<String> everyQueue = run.state.queues().stream().map(Queue::name).collect(Collectors.toSet());
        Agent agent = new Agent(
                input.agentId(),
                input.name() == null ? input.agentId() : input.name(),
                Set.of(),
                Map.of(),
                input.defaults().languages(),
                everyQueue,
                null,
                input.defaults().capacity(),
                Presence.OFFLINE,
                null,
                run.at,
                run.at,
                Strain.NONE,
                0);
        run.state.put(agent);
        return agent;
    }

    static Answer leaseExpired(Run run, Input.LeaseExpired lease) {
        Agent agent = run.state.agent(lease.agentId());
        if (agent != null && !agent.presence().gone()) {
            change(run, agent, Presence.OFFLINE, LEASE_EXPIRED);
        }
        return Answer.DONE;
    }

    private static void change(Run run, Agent before, Presence presence, String reason) {
        Agent agent = warmedUp(run, before.present(presence, reason, run.at), before);
        run.state.put(agent);
        run.effects.add(new Effect.PresenceChanged(agent));
        if (agent.available()) {
            run.freed.add(agent.id());
        } else {
            run.fewerAgents = true;
            release(run, agent);
        }
    }

    /** Who comes in the morning gets the night's work little by little; who had only lost the line gets it at once. */
    private static Agent warmedUp(Run run, Agent agent, Agent before) {
        Policy policy = run.state.policy();
        boolean needed = agent.available()
                && before.presence().gone()
                && !before.since().isAfter(run.at.minus(NIGHT))
                && policy.warmUpMinutes() > 0
                && policy.warmUpFrom() < agent.capacity().total();
        return needed
                ? agent.with(agent.strain().warmingUp(policy.warmUpFrom(), run.at.plus(policy.warmUpStep())))
                : agent;
    }

    /** Takes back what an agent who does not take work is offered; and who is gone loses what is due as well. */
    private static void release(Run run, Agent agent) {
        for (UUID id : List.copyOf(run.state.work(agent.id()))) {
            WorkItem item = run.state.item(id);
            if (item.state() == ItemState.OFFERED) {
                OfferRules.inVain(
                        run, run.state.offer(item.offerId()), OfferState.RESCINDED, "agent-" + agent.presence());
            } else if (agent.presence().gone()) {
                run.queue(item.released(QueuedReason.AGENT_GONE, run.at), agent.id());
            }
        }
    }

    static Answer configured(Run run, Input.AgentConfigured input) {
        Agent agent = run.state.agent(input.agentId());
        if (agent == null) {
            return Answer.NOT_FOUND;
        }
        if (input.expectedVersion() != null && input.expectedVersion() != agent.version()) {
            return Answer.STALE;
        }
        boolean unknownQueue = input.queues().stream().anyMatch(name -> run.state.queue(name) == null);
        if (unknownQueue) {
            return Answer.UNKNOWN_QUEUE;
        }
        run.state.put(agent.configured(input));
        run.freed.add(agent.id());
        run.fewerAgents = true;
        return Answer.DONE;
    }

    static Answer configured(Run run, Input.QueueConfigured input) {
        Queue before = run.state.queue(input.name());
        long version = before == null ? 0 : before.version();
        if (input.expectedVersion() != null && input.expectedVersion() != version) {
            return Answer.STALE;
        }
        run.state.put(new Queue(
                input.name(),
                input.requiredSkills(),
                input.offerSeconds(),
                input.priority(),
                input.channels(),
                input.rules(),
                version + 1));
        everybodyLooksAgain(run);
        return Answer.DONE;
    }

    static Answer policyChanged(Run run, Input.PolicyChanged change) {
        run.state.load(change.policy());
        everybodyLooksAgain(run);
        return Answer.DONE;
    }

    /** After what is rare and may let anybody have anything. */
    private static void everybodyLooksAgain(Run run) {
        run.state.agents().stream().filter(Agent::available).map(Agent::id).forEach(run.freed::add);
        run.fewerAgents = true;
    }
}
