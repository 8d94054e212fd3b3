/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.system.story.Agent;
import fi.saumaton.system.story.Doors;

/** An agent who accepts every offer and answers every conversation once, whatever breaks meanwhile. */
final class TirelessAgent implements AutoCloseable {

    private final Agent agent;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> seenMessages = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> seenTexts = new ConcurrentLinkedQueue<>();

    TirelessAgent(Doors doors, String username) {
        agent = Agent.signIn(doors, username);
        agent.live().onEvent(event -> hands.execute(() -> on(event)));
        agent.available();
    }

    private void on(JsonNode event) {
        var data = event.path("data");
        switch (event.path("kind").asText()) {
            case "offer.made" -> accept(data);
            case "conversation.assigned" -> {
                data.path("messages").forEach(this::see);
                answer(data.path("conversation").path("conversationId").asText());
            }
            case "message.received" -> see(data.path("message"));
            default -> {
                // The rest of what a desk shows is not this agent's business.
            }
        }
    }

    private void accept(JsonNode offer) {
        Patiently.until(() -> agent.acceptRaw(offer), 200, 404, 409);
        accepted.add(offer.path("conversationId").asText());
    }

    private void see(JsonNode message) {
        if ("in".equals(message.path("direction").asText())) {
            seenMessages.add(message.path("messageId").asText());
            seenTexts.add(message.path("text").asText());
        }
    }

    private void answer(String conversationId) {
        var text = "Answer to " + conversationId;
        if (answers.putIfAbsent(conversationId, text) == null) {
            var key = UUID.randomUUID().toString();
            Patiently.until(() -> agent.replyRaw(conversationId, text, key), 200, 201, 202, 409);
        }
    }

    /** Conversations this agent has answered. */
    Set<String> answered() {
        return answers.keySet();
    }

    /** Ids of the customers' messages that came to the desk, as often as they came. */
    List<String> seenMessages() {
        return List.copyOf(seenMessages);
    }

    /** What these messages say. */
    List<String> seenTexts() {
        return List.copyOf(seenTexts);
    }

    Agent agent() {
        return agent;
    }

    @Override
    public void close() {
        hands.shutdownNow();
        agent.offDuty().close();
    }
}
