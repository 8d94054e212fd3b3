/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.customer;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Reads {@code customer.events}. */
@ApplicationScoped
class CustomerEventsConsumer {
    static final String IDENTIFIED = "fi.saumaton.customer.identified.v1";
    static final String ISSUE_RESOLVED = "fi.saumaton.issue.resolved.v1";
    static final String ISSUE_REOPENED = "fi.saumaton.issue.reopened.v1";

    private static final Set<String> TYPES = Set.of(IDENTIFIED, ISSUE_RESOLVED, ISSUE_REOPENED);

    private final EventBatches batches;
    private final EventJson json;
    private final Identification identification;

    CustomerEventsConsumer(EventBatches batches, EventJson json, Identification identification) {
        this.batches = batches;
        this.json = json;
        this.identification = identification;
    }

    @Incoming("customer-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, TYPES, this::apply);
    }

    /** An event with its type. */
    record Told(String type, CustomerEvent event) {}

    private Uni<Void> apply(List<IncomingEvent> events) {
        return identification.apply(events.stream().map(this::read).toList());
    }

    private Told read(IncomingEvent envelope) {
        var type =
                envelope.type().equals(IDENTIFIED) ? CustomerEvent.Identified.class : CustomerEvent.IssueChanged.class;
        return new Told(envelope.type(), json.read(envelope, type));
    }
}
