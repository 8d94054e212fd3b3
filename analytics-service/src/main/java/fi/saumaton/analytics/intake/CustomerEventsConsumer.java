/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.erasure.ErasedCustomer;
import fi.saumaton.analytics.erasure.ErasureService;
import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Reads {@code customer.events}. */
@ApplicationScoped
class CustomerEventsConsumer {

    private static final Set<String> TYPES = IntakeService.types(EventKind.CUSTOMER_CREATED, EventKind.ISSUE_REOPENED);

    private static final Set<String> ALL =
            Stream.concat(TYPES.stream(), Stream.of(ErasedCustomer.TYPE)).collect(Collectors.toUnmodifiableSet());

    private final EventBatches batches;
    private final IntakeService intake;
    private final ErasureService erasures;
    private final EventJson json;

    CustomerEventsConsumer(EventBatches batches, IntakeService intake, ErasureService erasures, EventJson json) {
        this.batches = batches;
        this.intake = intake;
        this.erasures = erasures;
        this.json = json;
    }

    @Incoming("customer-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, ALL, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        var erased = events.stream()
                .filter(event -> event.type().equals(ErasedCustomer.TYPE))
                .map(event -> json.read(event, ErasedCustomer.class))
                .toList();
        var logged = events.stream()
                .filter(event -> TYPES.contains(event.type()))
                .map(this::read)
                .toList();
        return intake.append(logged).chain(() -> erasures.apply(erased));
    }

    private LoggedEvent read(IncomingEvent event) {
        return json.read(event, CustomerEventData.class).toLog(EventKind.ofType(event.type()), event.id());
    }
}
