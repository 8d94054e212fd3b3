/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.system.story.Agent;
import fi.saumaton.system.story.Doors;

/** Agents who accept whatever they are offered, so that new conversations are routed all the way to a desk. */
final class Deskwork {

    private final List<Agent> agents = new ArrayList<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(4);

    Deskwork(Doors doors, String... usernames) {
        for (var username : usernames) {
            var agent = Agent.signIn(doors, username);
            agent.live().onEvent(event -> {
                if ("offer.made".equals(event.path("kind").asText())) {
                    hands.execute(() -> accept(agent, event.path("data")));
                }
            });
            agents.add(agent.available());
        }
    }

    private static void accept(Agent agent, JsonNode offer) {
        try {
            agent.acceptRaw(offer);
        } catch (RuntimeException missed) {
            // The offer comes again, or went to somebody else.
        }
    }

    List<Agent> agents() {
        return agents;
    }
}
