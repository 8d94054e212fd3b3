/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.system.story.Agent;

/**
 * The agents of a whole measurement: they accept whatever they are offered, so that new conversations are routed all
 * the way to a desk, and stay, since work of agents who leave is offered to others.
 */
final class Deskwork {

    static final String[] AGENTS = {"jenni", "sami"};

    private final ExecutorService hands = Executors.newFixedThreadPool(16);

    /** Serves until the process is ended from outside. */
    static LoadResult forEver(LoadSpec spec) throws InterruptedException {
        var desk = new Deskwork();
        for (var username : AGENTS) {
            desk.serve(Agent.signIn(spec.doors(), username));
        }
        new CountDownLatch(1).await();
        throw new IllegalStateException("nothing counts this latch down");
    }

    private void serve(Agent agent) {
        agent.live().onEvent(event -> {
            if ("offer.made".equals(event.path("kind").asText())) {
                hands.execute(() -> accept(agent, event.path("data")));
            }
        });
        agent.available();
    }

    private static void accept(Agent agent, JsonNode offer) {
        try {
            agent.acceptRaw(offer);
        } catch (RuntimeException missed) {
            // The offer comes again, or went to somebody else.
        }
    }
}
