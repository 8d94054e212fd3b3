/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.erasure.ErasureEvent;
import fi.saumaton.customer.erasure.ErasureService;
import fi.saumaton.customer.promise.PromiseEvent;
import fi.saumaton.customer.promise.PromiseService;
import fi.saumaton.customer.promise.PromiseTold;
import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Learns who had a customer last, and what they were promised. */
@ApplicationScoped
class RoutingEventsConsumer {
    private static final Set<String> TYPES = Stream.concat(
                    Stream.of(RoutingEvent.ASSIGNED, ErasureEvent.ANSWERED), PromiseEvent.TYPES.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final EventBatches batches;
    private final EventJson json;
    private final ContactService contacts;
    private final PromiseService promises;
    private final ErasureService erasures;

    RoutingEventsConsumer(
            EventBatches batches,
            EventJson json,
            ContactService contacts,
            PromiseService promises,
            ErasureService erasures) {
        this.batches = batches;
        this.json = json;
        this.contacts = contacts;
        this.promises = promises;
        this.erasures = erasures;
    }

    @Incoming("routing-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, TYPES, this::handle);
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
                .chain(() -> promises.take(promised(events)))
                .chain(() -> erasures.answered(answers));
    }

    private List<PromiseTold> promised(List<IncomingEvent> events) {
        return events.stream()
                .filter(event -> PromiseEvent.TYPES.contains(event.type()))
                .map(event -> new PromiseTold(event.id(), event.type(), json.read(event, PromiseEvent.class)))
                .toList();
    }
}
