/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Reads {@code routing.events}. */
@ApplicationScoped
class RoutingEventsConsumer {
    static final String QUEUED = "fi.saumaton.work-item.queued.v1";
    static final String ASSIGNED = "fi.saumaton.work-item.assigned.v1";
    static final String OFFER_MADE = "fi.saumaton.offer.made.v1";
    static final String OFFER_ACCEPTED = "fi.saumaton.offer.accepted.v1";
    static final String OFFER_DECLINED = "fi.saumaton.offer.declined.v1";
    static final String OFFER_TIMED_OUT = "fi.saumaton.offer.timed-out.v1";
    static final String OFFER_RESCINDED = "fi.saumaton.offer.rescinded.v1";

    private static final Set<String> TYPES = Stream.concat(
                    Stream.of(
                            QUEUED,
                            ASSIGNED,
                            OFFER_MADE,
                            OFFER_ACCEPTED,
                            OFFER_DECLINED,
                            OFFER_TIMED_OUT,
                            OFFER_RESCINDED),
                    Promised.TYPES.keySet().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final EventBatches batches;
    private final EventJson json;
    private final Assignments assignments;

    RoutingEventsConsumer(EventBatches batches, EventJson json, Assignments assignments) {
        this.batches = batches;
        this.json = json;
        this.assignments = assignments;
    }

    @Incoming("routing-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(
                records,
                TYPES,
                events -> assignments.apply(
                        events.stream()
                                .filter(event -> !Promised.TYPES.containsKey(event.type()))
                                .map(this::read)
                                .toList(),
                        events.stream()
                                .filter(event -> Promised.TYPES.containsKey(event.type()))
                                .map(this::promised)
                                .toList()));
    }

    private Promised promised(IncomingEvent event) {
        return json.read(event, Promised.class).told(Promised.TYPES.get(event.type()));
    }

    /** An event with its envelope: the type of an ended offer says how it ended. */
    record Routed(IncomingEvent envelope, RoutingEvent event) {}

    private Routed read(IncomingEvent envelope) {
        var type = switch (envelope.type()) {
            case QUEUED -> RoutingEvent.Queued.class;
            case ASSIGNED -> RoutingEvent.Assigned.class;
            case OFFER_MADE -> RoutingEvent.OfferMade.class;
            default -> RoutingEvent.OfferEnded.class;
        };
        return new Routed(envelope, json.read(envelope, type));
    }
}
