/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;
import fi.saumaton.routing.dispatch.InputLog;

/** Hears of new work, once its customer is known. */
@ApplicationScoped
class CustomerEventsConsumer {

    private static final Set<String> TYPES = Set.of(CustomerIdentified.TYPE);

    private final EventBatches batches;
    private final EventJson json;
    private final IntakeService intake;

    CustomerEventsConsumer(EventBatches batches, EventJson json, IntakeService intake) {
        this.batches = batches;
        this.json = json;
        this.intake = intake;
    }

    @Incoming("customer-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, TYPES, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        return intake.store(events.stream()
                .map(event -> new InputLog.Arrival(
                        json.read(event, CustomerIdentified.class).work(), event.traceparent()))
                .toList());
    }
}
