/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.contact.ConversationEvent.Begun;
import fi.saumaton.customer.contact.ConversationEvent.ClaimMade;
import fi.saumaton.customer.contact.ConversationEvent.MessageReceived;
import fi.saumaton.customer.contact.ConversationEvent.MessageSent;
import fi.saumaton.customer.erasure.ErasureEvent;
import fi.saumaton.customer.erasure.ErasureService;
import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Follows what is said. */
@ApplicationScoped
class ConversationEventsConsumer {
    static final Map<String, Class<? extends ConversationEvent>> TYPES = Map.of(
            ConversationEvent.OPENED, Begun.class,
            ConversationEvent.REOPENED, Begun.class,
            ConversationEvent.MESSAGE_RECEIVED, MessageReceived.class,
            ConversationEvent.MESSAGE_SENT, MessageSent.class,
            ConversationEvent.CLAIM_MADE, ClaimMade.class);

    private static final Set<String> ALL = Stream.concat(TYPES.keySet().stream(), Stream.of(ErasureEvent.ANSWERED))
            .collect(Collectors.toUnmodifiableSet());

    private final EventBatches batches;
    private final EventJson json;
    private final ContactService contacts;
    private final ErasureService erasures;

    ConversationEventsConsumer(EventBatches batches, EventJson json, ContactService contacts, ErasureService erasures) {
        this.batches = batches;
        this.json = json;
        this.contacts = contacts;
        this.erasures = erasures;
    }

    @Incoming("conversation-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, ALL, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        var said = events.stream()
                .filter(event -> TYPES.containsKey(event.type()))
                .map(event -> new ContactRound.Told(event, json.read(event, TYPES.get(event.type()))))
                .toList();
        var answers = events.stream()
                .filter(event -> event.type().equals(ErasureEvent.ANSWERED))
                .map(event -> json.read(event, ErasureEvent.Answered.class))
                .toList();
        return (said.isEmpty() ? Uni.createFrom().voidItem() : contacts.take(said))
                .chain(() -> erasures.answered(answers));
    }
}
