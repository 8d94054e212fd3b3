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

import fi.saumaton.gateway.conversation.ErasedCustomer;
import fi.saumaton.gateway.conversation.Erasure;
import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Reads {@code customer.events}. */
@ApplicationScoped
class CustomerEventsConsumer {
    static final String IDENTIFIED = "fi.saumaton.customer.identified.v1";
    static final String ISSUE_RESOLVED = "fi.saumaton.issue.resolved.v1";
    static final String ISSUE_REOPENED = "fi.saumaton.issue.reopened.v1";

    private static final Set<String> TYPES = Set.of(IDENTIFIED, ISSUE_RESOLVED, ISSUE_REOPENED, ErasedCustomer.TYPE);

    private final EventBatches batches;
    private final EventJson json;
    private final Identification identification;
    private final Erasure erasure;

    CustomerEventsConsumer(EventBatches batches, EventJson json, Identification identification, Erasure erasure) {
        this.batches = batches;
        this.json = json;
        this.identification = identification;
        this.erasure = erasure;
    }

    @Incoming("customer-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, TYPES, this::apply);
    }

    /** An event with its type. */
    record Told(String type, CustomerEvent event) {}

    private Uni<Void> apply(List<IncomingEvent> events) {
        var erased = events.stream()
                .filter(event -> event.type().equals(ErasedCustomer.TYPE))
                .map(event -> json.read(event, ErasedCustomer.class))
                .toList();
        var others = events.stream()
                .filter(event -> !event.type().equals(ErasedCustomer.TYPE))
                .map(this::read)
                .toList();
        return identification.apply(others).chain(() -> erasure.apply(erased));
    }

    private Told read(IncomingEvent envelope) {
        var type =
                envelope.type().equals(IDENTIFIED) ? CustomerEvent.Identified.class : CustomerEvent.IssueChanged.class;
        return new Told(envelope.type(), json.read(envelope, type));
    }
}
