/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What has changed in a state since it was last asked, each thing once, as it is now. */
public final class Changes {
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private final Map<UUID, WorkItem> items = new LinkedHashMap<>();
    private final Map<UUID, Offer> offers = new LinkedHashMap<>();
    private final Map<UUID, Conversation> conversations = new LinkedHashMap<>();

    public Collection<Agent> agents() {
        return agents.values();
    }

    public Collection<Queue> queues() {
        return queues.values();
    }

    public Collection<WorkItem> items() {
        return items.values();
    }

    public Collection<Offer> offers() {
        return offers.values();
    }

    public Collection<Conversation> conversations() {
        return conversations.values();
    }

    public boolean none() {
        return agents.isEmpty() && queues.isEmpty() && items.isEmpty() && offers.isEmpty() && conversations.isEmpty();
    }

    void add(Agent agent) {
        agents.put(agent.id(), agent);
    }

    void add(Queue queue) {
        queues.put(queue.name(), queue);
    }

    void add(WorkItem item) {
        items.put(item.id(), item);
    }

    void add(Offer offer) {
        offers.put(offer.id(), offer);
    }

    void add(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
    }
}
