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

/** Reads {@code conversation.events}. */
@ApplicationScoped
class ConversationEventsConsumer {

    private static final Set<String> TYPES =
            IntakeService.types(EventKind.CONVERSATION_OPENED, EventKind.CONVERSATION_CLOSED);

    private final IntakeService intake;
    private final EventJson json;

    ConversationEventsConsumer(IntakeService intake, EventJson json) {
        this.intake = intake;
        this.json = json;
    }

    @Incoming("conversation-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return intake.take(records, TYPES, this::read);
    }

    private LoggedEvent read(IncomingEvent event) {
        return json.read(event, ConversationEventData.class).toLog(EventKind.ofType(event.type()), event.id());
    }
}
