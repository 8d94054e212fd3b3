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

import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Learns who had a customer last. */
@ApplicationScoped
class RoutingEventsConsumer {
    private final EventBatches batches;
    private final EventJson json;
    private final ContactService contacts;

    RoutingEventsConsumer(EventBatches batches, EventJson json, ContactService contacts) {
        this.batches = batches;
        this.json = json;
        this.contacts = contacts;
    }

    @Incoming("routing-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, Set.of(RoutingEvent.ASSIGNED), this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        return contacts.assigned(events.stream()
                .map(event -> json.read(event, RoutingEvent.Assigned.class))
                .toList());
    }
}
