/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What routing knows, indexed for its decisions. Only the {@link Engine} changes it, in place: a copy for each input would
 * cost more than the decision. Whoever fails to keep what {@link #takeChanges()} gives throws the state away and loads it
 * again. Not thread-safe.
 *
 * <p>Finished work and ended offers are not in it. Work in which nothing is due, and what is remembered of conversations, need to be in it only while an input concerns them: {@link #load} brings them, {@link #forgetIdle} drops
 * them, so that the state stays as small as the work that moves.
 */
public final class State {
    private final Map<String, Agent> agents = new HashMap<>();
    private final Map<String, Queue> queues = new HashMap<>();
    private final Map<UUID, WorkItem> items = new HashMap<>();
    private final Map<UUID, Offer> offers = new HashMap<>();
    private final Map<UUID, Conversation> conversations = new HashMap<>();
    private Policy policy = Policy.USUAL;

    private final WaitingLines waiting = new WaitingLines();
    private final NavigableSet<UUID> refused = new TreeSet<>();
    private final Map<UUID, UUID> itemByConversation = new HashMap<>();
    private final Set<UUID> idle = new HashSet<>();
    private final Map<String, Workload> workByAgent = new HashMap<>();
    private final AgentIndex index = new AgentIndex(this::fits);
    private final Agenda agenda = new Agenda();
    private final Set<String> closed = new HashSet<>();
    private Changes changes = new Changes();

    // what is there

    /** All agents, by id. */
    public Collection<Agent> agents() {
        return agents.values().stream().sorted(Comparator.comparing(Agent::id)).toList();
    }

    /** All queues, by name. */
    public Collection<Queue> queues() {
        return queues.values().stream()
                .sorted(Comparator.comparing(Queue::name))
                .toList();
    }

    public Collection<WorkItem> items() {
        return Collections.unmodifiableCollection(items.values());
    }

    public Collection<Offer> pendingOffers() {
        return Collections.unmodifiableCollection(offers.values());
    }

    /** The best queue for something. */
    Optional<Queue> firstQueue(Predicate<Queue> suits, Comparator<Queue> order) {
        return queues.values().stream().filter(suits).min(order);
    }

    public Agent agent(String id) {
        return agents.get(id);
    }

    public Queue queue(String name) {
        return queues.get(name);
    }

    public WorkItem item(UUID id) {
        return items.get(id);
    }

    public WorkItem itemOf(UUID conversationId) {
        UUID id = itemByConversation.get(conversationId);
        return id == null ? null : items.get(id);
    }

    public Offer offer(UUID id) {
        return offers.get(id);
    }

    public Conversation conversation(UUID id) {
        return conversations.getOrDefault(id, Conversation.unknown(id));
    }

    public Policy policy() {
        return policy;
    }

    public int waiting() {
        return waiting.size();
    }

    /** How many agents have a presence. */
    public int present(Presence presence) {
        return (int) agents.values().stream()
                .filter(agent -> agent.presence() == presence)
                .count();
    }

    /** What the work that an agent is offered or has to answer weighs. */
    public int load(String agentId) {
        return workload(agentId).weight(agents.get(agentId).capacity());
    }

    /** The work that an agent is offered or has to answer. */
    public Set<UUID> work(String agentId) {
        return workload(agentId).items();
    }

    /** When time alone changes something, so that an input is needed by then; null when it does not. */
    public Instant nextWake() {
        return agenda.next();
    }

    private Workload workload(String agentId) {
        return workByAgent.getOrDefault(agentId, Workload.NONE);
    }

    /** Whether the agent can carry one more piece of a kind now. */
    boolean fits(Agent agent, String channelKind) {
        return agent.capacity().fits(channelKind, workload(agent.id()), agent.allowance());
    }

    boolean isClosed(String queue) {
        return closed.contains(queue);
    }

    void close(String queue, boolean isClosed) {
        if (isClosed) {
            closed.add(queue);
        } else {
            closed.remove(queue);
        }
    }

    WaitingLines lines() {
        return waiting;
    }

    AgentIndex index() {
        return index;
    }

    Agenda agenda() {
        return agenda;
    }

    /** Waiting work that somebody has refused. */
    Set<UUID> refused() {
        return refused;
    }

    // bringing it in from where it is kept

    public void load(Agent agent) {
        set(agent);
    }

    public void load(Queue queue) {
        set(queue);
    }

    public void load(WorkItem item) {
        set(item);
    }

    public void load(Offer offer) {
        set(offer);
    }

    public void load(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
    }

    /** The weights that hold from now on. What waits is put in their order. */
    public void load(Policy newest) {
        if (!newest.equals(policy)) {
            policy = newest;
            List.copyOf(items.values()).forEach(this::set);
        }
    }

    /** Drops what no input concerns any more. */
    public void forgetIdle() {
        conversations.clear();
        idle.forEach(id -> itemByConversation.remove(items.remove(id).conversationId()));
        idle.clear();
    }

    /** What has changed since the last call. */
    public Changes takeChanges() {
        Changes taken = changes;
        changes = new Changes();
        return taken;
    }

    // the engine's changes

    void put(Agent agent) {
        set(agent);
        changes.add(agent);
    }

    void put(Queue queue) {
        set(queue);
        changes.add(queue);
    }

    void put(WorkItem item) {
        set(item);
        changes.add(item);
    }

    void put(Offer offer) {
        set(offer);
        changes.add(offer);
    }

    void put(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
        changes.add(conversation);
    }

    private void set(Agent agent) {
        Agent before = agents.put(agent.id(), agent);
        Instant eased = agent.strain().next();
        if (eased != null || before != null && before.strain().next() != null) {
            agenda.set(new Agenda.OfAgent(agent.id()), eased);
        }
        index.update(agent);
    }

    private void set(Queue queue) {
        Queue before = queues.put(queue.name(), queue);
        if (queue.rules().hours().isEmpty()) {
            agenda.set(new Agenda.OfQueue(queue.name()), null);
            closed.remove(queue.name());
        } else if (before == null || !before.rules().equals(queue.rules())) {
            agenda.set(new Agenda.OfQueue(queue.name()), Instant.EPOCH);
        }
        if (before != null && !before.sameTreatment(queue)) {
            List<WorkItem> ofQueue = items.values().stream()
                    .filter(item -> item.queue().equals(queue.name()))
                    .toList();
            // All leave before the first comes back: what fits whom may have changed for the whole line.
            ofQueue.forEach(item -> waiting.remove(item.id()));
            ofQueue.forEach(this::set);
        }
    }

    private void set(WorkItem item) {
        WorkItem before = items.get(item.id());
        unindex(before);
        Instant due = Clockwork.due(item, queues.get(item.queue()));
        if (due != null || before != null) {
            agenda.set(new Agenda.OfItem(item.id()), due);
        }
        if (item.state().ended()) {
            items.remove(item.id());
            itemByConversation.remove(item.conversationId(), item.id());
            return;
        }
        items.put(item.id(), item);
        itemByConversation.put(item.conversationId(), item.id());
        if (item.silent() || item.dormant()) {
            idle.add(item.id());
        } else if (item.state() == ItemState.WAITING) {
            lineUp(item);
        } else {
            workByAgent.computeIfAbsent(item.agentId(), agent -> new Workload()).add(item);
            index.touch(item.agentId());
        }
    }

    private void lineUp(WorkItem item) {
        Queue queue = queues.get(item.queue());
        Ring ring = queue == null ? null : queue.ring(item.ring());
        waiting.add(item, item.line(queue, ring, policy), ring, item.rank(queue, policy));
        if (!item.refusedBy().isEmpty()) {
            refused.add(item.id());
        }
    }

    private void unindex(WorkItem item) {
        if (item == null) {
            return;
        }
        waiting.remove(item.id());
        refused.remove(item.id());
        idle.remove(item.id());
        if (item.takesCapacity()) {
            workByAgent.get(item.agentId()).remove(item);
            index.touch(item.agentId());
        }
    }

    private void set(Offer offer) {
        if (offer.state() == OfferState.PENDING) {
            offers.put(offer.id(), offer);
        } else {
            offers.remove(offer.id());
        }
    }
}
