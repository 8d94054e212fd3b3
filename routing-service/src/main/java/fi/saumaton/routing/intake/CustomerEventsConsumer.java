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
import fi.saumaton.routing.erasure.ErasedCustomer;
import fi.saumaton.routing.erasure.ErasureService;
import fi.saumaton.routing.promise.PromiseEvidenceService;

/** Hears of new work, once its customer is known. */
@ApplicationScoped
class CustomerEventsConsumer {

    private static final Set<String> TYPES = Set.of(CustomerIdentified.TYPE, CustomerJoined.TYPE, ErasedCustomer.TYPE);

    private final EventBatches batches;
    private final EventJson json;
    private final IntakeService intake;
    private final PromiseEvidenceService promises;
    private final ErasureService erasures;

    CustomerEventsConsumer(
            EventBatches batches,
            EventJson json,
            IntakeService intake,
            PromiseEvidenceService promises,
            ErasureService erasures) {
        this.batches = batches;
        this.json = json;
        this.intake = intake;
        this.promises = promises;
        this.erasures = erasures;
    }

    @Incoming("customer-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, TYPES, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        var erased = events.stream()
                .filter(event -> event.type().equals(ErasedCustomer.TYPE))
                .map(event -> json.read(event, ErasedCustomer.class))
                .toList();
        return intake.store(events.stream()
                        .filter(event -> event.type().equals(CustomerIdentified.TYPE))
                        .map(event -> new InputLog.Arrival(
                                json.read(event, CustomerIdentified.class).work(), event.traceparent()))
                        .toList())
                .chain(() -> joined(events))
                .chain(() -> erasures.apply(erased));
    }

    private Uni<Void> joined(List<IncomingEvent> events) {
        var chain = Uni.createFrom().voidItem();
        for (var event : events) {
            if (event.type().equals(CustomerJoined.TYPE)) {
                var joined = json.read(event, CustomerJoined.class);
                chain = chain.chain(() -> promises.joined(joined.joinedCustomerId(), joined.customerId()));
            }
        }
        return chain;
    }
}
