/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What routing knows, indexed for its decisions. Only the {@link Engine} changes it, in place: a copy for each input would
 * cost more than the decision. Whoever fails to keep what {@link #takeChanges()} gives throws the state away and loads it
 * again. Not thread-safe.
 *
 * <p>Finished work and ended offers are not in it. Work in which nothing is due, and what is remembered of conversations, need to be in it only while an input concerns them: {@link #load} brings them, {@link #forgetIdle} drops
 * them, so that the state stays as small as the work that moves.
 */
public final class State {
    private final NavigableMap<String, Agent> agents = new TreeMap<>();
    private final NavigableMap<String, Queue> queues = new TreeMap<>();
    private final Map<UUID, WorkItem> items = new HashMap<>();
    private final Map<UUID, Offer> offers = new HashMap<>();
    private final Map<UUID, Conversation> conversations = new HashMap<>();

    private final WaitingLines waiting = new WaitingLines();
    private final NavigableSet<UUID> refused = new TreeSet<>();
    private final Map<UUID, UUID> itemByConversation = new HashMap<>();
    private final Set<UUID> idle = new HashSet<>();
    private final Map<String, Workload> workByAgent = new HashMap<>();
    private final Map<String, NavigableSet<String>> availableByQueue = new HashMap<>();
    private Changes changes = new Changes();

    // what is there

    public Collection<Agent> agents() {
        return Collections.unmodifiableCollection(agents.values());
    }

    public Collection<Queue> queues() {
        return Collections.unmodifiableCollection(queues.values());
    }

    public Collection<WorkItem> items() {
        return Collections.unmodifiableCollection(items.values());
    }

    public Collection<Offer> pendingOffers() {
        return Collections.unmodifiableCollection(offers.values());
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
        Workload work = workByAgent.get(agentId);
        return work == null ? 0 : work.weight(agents.get(agentId).capacity());
    }

    /** The work that an agent is offered or has to answer. */
    public Set<UUID> work(String agentId) {
        Workload work = workByAgent.get(agentId);
        return work == null ? Set.of() : work.items();
    }

    WaitingLines lines() {
        return waiting;
    }

    /** Waiting work that somebody has refused. */
    Set<UUID> refused() {
        return refused;
    }

    /** Available agents of a queue, by id. */
    Set<String> available(String queue) {
        return availableByQueue.getOrDefault(queue, Collections.emptyNavigableSet());
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
        if (before != null && before.available()) {
            before.queues().forEach(queue -> availableByQueue.get(queue).remove(agent.id()));
        }
        if (agent.available()) {
            agent.queues()
                    .forEach(queue -> availableByQueue
                            .computeIfAbsent(queue, name -> new TreeSet<>())
                            .add(agent.id()));
        }
    }

    private void set(Queue queue) {
        Queue before = queues.put(queue.name(), queue);
        if (before != null && before.priority() != queue.priority()) {
            waiting.items(queue.name()).forEach(id -> {
                waiting.remove(id);
                waiting.add(items.get(id), queue);
            });
        }
    }

    private void set(WorkItem item) {
        unindex(items.get(item.id()));
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
            waiting.add(item, queues.get(item.queue()));
            if (!item.refusedBy().isEmpty()) {
                refused.add(item.id());
            }
        } else {
            workByAgent.computeIfAbsent(item.agentId(), agent -> new Workload()).add(item);
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
