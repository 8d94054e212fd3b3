/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.erasure.ErasureEvent;
import fi.saumaton.customer.erasure.ErasureService;
import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Learns who had a customer last. */
@ApplicationScoped
class RoutingEventsConsumer {
    private final EventBatches batches;
    private final EventJson json;
    private final ContactService contacts;
    private final ErasureService erasures;

    RoutingEventsConsumer(EventBatches batches, EventJson json, ContactService contacts, ErasureService erasures) {
        this.batches = batches;
        this.json = json;
        this.contacts = contacts;
        this.erasures = erasures;
    }

    @Incoming("routing-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, Set.of(RoutingEvent.ASSIGNED, ErasureEvent.ANSWERED), this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        var assigned = events.stream()
                .filter(event -> event.type().equals(RoutingEvent.ASSIGNED))
                .map(event -> json.read(event, RoutingEvent.Assigned.class))
                .toList();
        var answers = events.stream()
                .filter(event -> event.type().equals(ErasureEvent.ANSWERED))
                .map(event -> json.read(event, ErasureEvent.Answered.class))
                .toList();
        return (assigned.isEmpty() ? Uni.createFrom().voidItem() : contacts.assigned(assigned))
                .chain(() -> erasures.answered(answers));
    }
}
