/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;

/** Reads {@code customer.events}. */
@ApplicationScoped
class CustomerEventsConsumer {

    private static final Set<String> TYPES = IntakeService.types(EventKind.CUSTOMER_CREATED, EventKind.ISSUE_REOPENED);

    private final IntakeService intake;
    private final EventJson json;

    CustomerEventsConsumer(IntakeService intake, EventJson json) {
        this.intake = intake;
        this.json = json;
    }

    @Incoming("customer-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return intake.take(records, TYPES, this::read);
    }

    private LoggedEvent read(IncomingEvent event) {
        return json.read(event, CustomerEventData.class).toLog(EventKind.ofType(event.type()), event.id());
    }
}
