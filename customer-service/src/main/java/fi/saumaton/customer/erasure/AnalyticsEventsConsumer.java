/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Hears from {@code analytics.events} what was removed there. */
@ApplicationScoped
class AnalyticsEventsConsumer {
    private final EventBatches batches;
    private final EventJson json;
    private final ErasureService erasures;

    AnalyticsEventsConsumer(EventBatches batches, EventJson json, ErasureService erasures) {
        this.batches = batches;
        this.json = json;
        this.erasures = erasures;
    }

    @Incoming("analytics-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, Set.of(ErasureEvent.ANSWERED), this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        return erasures.answered(events.stream()
                .map(event -> json.read(event, ErasureEvent.Answered.class))
                .toList());
    }
}
