/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Follows whose turn it is, which conversations end, and what is said where something is promised. */
@ApplicationScoped
class ConversationEventsConsumer {

    static final Map<String, Class<? extends ConversationEvent>> TYPES = Map.of(
            ConversationEvent.MESSAGE_RECEIVED, ConversationEvent.MessageReceived.class,
            ConversationEvent.MESSAGE_SENT, ConversationEvent.MessageSent.class,
            ConversationEvent.REOPENED, ConversationEvent.Reopened.class,
            ConversationEvent.RETURNED, ConversationEvent.Returned.class,
            ConversationEvent.CLOSED, ConversationEvent.Closed.class,
            ConversationEvent.DELIVERY_CHANGED, ConversationEvent.DeliveryChanged.class);

    private final EventBatches batches;
    private final EventJson json;
    private final KnownTurns known;
    private final IntakeService intake;

    ConversationEventsConsumer(EventBatches batches, EventJson json, KnownTurns known, IntakeService intake) {
        this.batches = batches;
        this.json = json;
        this.known = known;
        this.intake = intake;
    }

    @Incoming("conversation-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        int epoch = known.epoch();
        return intake.watched(known.droppable(records))
                .chain(watched -> batches.process(
                        watched == null ? records : known.relevant(records, watched),
                        TYPES.keySet(),
                        events -> handle(events, epoch)));
    }

    private Uni<Void> handle(List<IncomingEvent> events, int epoch) {
        return intake.conversations(
                events.stream()
                        .map(event ->
                                new IntakeService.Heard(json.read(event, TYPES.get(event.type())), event.traceparent()))
                        .toList(),
                epoch);
    }
}
