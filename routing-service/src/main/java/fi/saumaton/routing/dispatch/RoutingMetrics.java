/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;

import fi.saumaton.routing.engine.Effect;
import fi.saumaton.routing.engine.OfferState;
import fi.saumaton.routing.engine.Presence;

/** What is counted. The gauges are those of this replica's last turn: the newest among the replicas is the right one. */
@Singleton
class RoutingMetrics {

    private final Map<Presence, AtomicInteger> presence = new EnumMap<>(Presence.class);
    private final Map<OfferState, Counter> offers = new EnumMap<>(OfferState.class);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Counter inputs;
    private final Counter turns;

    RoutingMetrics(MeterRegistry registry) {
        for (Presence status : Presence.values()) {
            presence.put(status, new AtomicInteger());
            registry.gauge("agent.presence", List.of(tag("status", status)), presence.get(status));
        }
        for (OfferState outcome : OfferState.values()) {
            offers.put(outcome, registry.counter("routing.offers", List.of(tag("outcome", outcome))));
        }
        registry.gauge("routing.waiting", waiting);
        inputs = registry.counter("routing.inputs");
        turns = registry.counter("routing.turns");
    }

    private static Tag tag(String name, Object value) {
        return Tag.of(name, value.toString());
    }

    void taken(Turn turn) {
        turns.increment();
        inputs.increment(turn.entries().size());
        waiting.set(turn.state().waiting());
        presence.forEach((status, gauge) -> gauge.set(turn.state().present(status)));
        for (Turn.Told told : turn.told()) {
            if (told.effect() instanceof Effect.OfferEnded ended) {
                offers.get(ended.offer().state()).increment();
            } else if (told.effect() instanceof Effect.OfferMade) {
                offers.get(OfferState.PENDING).increment();
            }
        }
    }
}
