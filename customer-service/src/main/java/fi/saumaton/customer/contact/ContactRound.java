/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.customer.contact.ContactRepository.Claim;
import fi.saumaton.customer.contact.ContactRepository.Held;
import fi.saumaton.customer.contact.ConversationEvent.Begun;
import fi.saumaton.customer.contact.ConversationEvent.ClaimMade;
import fi.saumaton.customer.contact.ConversationEvent.MessageReceived;
import fi.saumaton.customer.contact.ConversationEvent.MessageSent;
import fi.saumaton.customer.erasure.Tombstones;
import fi.saumaton.customer.fact.Said;
import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.issue.Placement;
import fi.saumaton.customer.timeline.Touchpoint;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.event.OutgoingEvent;

/** What is known while one batch is worked on, and what will have to be written at its end. */
final class ContactRound {
    private final SenderRule senderRule;
    private final HandleRule handleRule;
    private final Map<UUID, IncomingEvent> causes = new LinkedHashMap<>();
    private final Deque<Begun> beginnings = new ArrayDeque<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<ClaimMade> claimsMade = new ArrayList<>();
    private final Map<UUID, Contact> contacts = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Touchpoint> touchpoints = new ArrayList<>();
    private final List<OutgoingEvent> events = new ArrayList<>();
    private final Set<UUID> announced = new LinkedHashSet<>();

    /** An event and what it says. */
    record Told(IncomingEvent cause, ConversationEvent event) {}

    /**
     * A message with what its sender has proven.
     *
     * @param reading null for a message of ours
     * @param type and {@code data}: the event as it came, in case it has to be held
     */
    record Message(ConversationEvent event, SenderRule.Reading reading, String type, byte[] data) {
        UUID id() {
            return switch (event) {
                case MessageReceived received -> received.messageId();
                case MessageSent sent -> sent.messageId();
                default -> throw new IllegalStateException("Not a message: " + type);
            };
        }
    }

    ContactRound(List<Told> told, SenderRule senderRule, HandleRule handleRule) {
        this.senderRule = senderRule;
        this.handleRule = handleRule;
        for (var one : told) {
            causes.putIfAbsent(one.event().conversationId(), one.cause());
            switch (one.event()) {
                case Begun begun -> beginnings.add(begun);
                case ClaimMade claim -> claimsMade.add(claim);
                case MessageReceived received ->
                    add(received, one.cause().type(), one.cause().data());
                case MessageSent sent ->
                    add(sent, one.cause().type(), one.cause().data());
            }
        }
    }

    /** Puts a message that was held in front of those of the batch. */
    void released(ConversationEvent message, Held held) {
        add(message, held.type(), held.data().getBytes(StandardCharsets.UTF_8));
    }

    private void add(ConversationEvent message, String type, byte[] data) {
        var reading = message instanceof MessageReceived received ? senderRule.read(received.sender()) : null;
        messages.add(new Message(message, reading, type, data));
    }

    Set<UUID> conversations() {
        return causes.keySet();
    }

    List<UUID> beginning() {
        return beginnings.stream().map(Begun::conversationId).distinct().toList();
    }

    void know(Map<UUID, Contact> found) {
        contacts.putAll(found);
    }

    /** Of which nothing is known here, with what might tell whose they are. */
    Set<UUID> unknown() {
        Set<UUID> unknown = new HashSet<>(causes.keySet());
        unknown.removeAll(contacts.keySet());
        return unknown;
    }

    List<Tombstones.Sign> signs() {
        return new SignReader(senderRule, unknown()).read(beginnings, messages);
    }

    /** Late news of erased persons: as if it had never come. */
    void forget(Set<UUID> conversations) {
        causes.keySet().removeAll(conversations);
        beginnings.removeIf(begun -> conversations.contains(begun.conversationId()));
        messages.removeIf(message -> conversations.contains(message.event().conversationId()));
        claimsMade.removeIf(claim -> conversations.contains(claim.conversationId()));
    }

    Contact contact(UUID conversationId) {
        return contacts.get(conversationId);
    }

    /** The next beginnings, at most one of each conversation, without those that are old news. */
    List<Begun> nextBeginnings() {
        List<Begun> next = new ArrayList<>();
        List<Begun> later = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        while (!beginnings.isEmpty()) {
            var begun = beginnings.poll();
            var known = contacts.get(begun.conversationId());
            if (taken.contains(begun.conversationId())) {
                later.add(begun);
            } else if (known == null || known.version() < begun.version()) {
                taken.add(begun.conversationId());
                next.add(begun);
            }
        }
        beginnings.addAll(later);
        return next;
    }

    /** What the first message says, when it is in this batch; else null. */
    String firstText(Begun begun) {
        return messages.stream()
                .map(Message::event)
                .filter(MessageReceived.class::isInstance)
                .map(MessageReceived.class::cast)
                .filter(message -> message.messageId().equals(begun.firstMessageId()))
                .map(MessageReceived::text)
                .findFirst()
                .orElse(null);
    }

    /** Messages whose senders prove more than their conversation knew; the last one of each conversation. */
    Map<Contact, Message> recognitions() {
        Map<Contact, Message> found = new LinkedHashMap<>();
        for (var message : messages) {
            var contact = contacts.get(message.event().conversationId());
            if (contact != null
                    && message.reading() != null
                    && message.reading().exceeds(contact.proof())) {
                found.put(contact, message);
            }
        }
        return found;
    }

    /** First messages that give an untitled issue its name. */
    List<MessageReceived> namings() {
        return messages.stream()
                .map(Message::event)
                .filter(MessageReceived.class::isInstance)
                .map(MessageReceived.class::cast)
                .filter(message -> {
                    var contact = contacts.get(message.conversationId());
                    return contact != null
                            && contact.untitled()
                            && message.messageId().equals(contact.firstMessageId());
                })
                .toList();
    }

    /** What people write in conversations that have no issue yet; the first message in each. */
    Map<UUID, MessageReceived> firstWords() {
        Map<UUID, MessageReceived> first = new LinkedHashMap<>();
        for (var message : messages) {
            if (message.event() instanceof MessageReceived received && !received.automatic()) {
                var contact = contacts.get(received.conversationId());
                if (contact != null && contact.issueId() == null) {
                    first.putIfAbsent(received.conversationId(), received);
                }
            }
        }
        return first;
    }

    /** What senders claim in this batch: beginnings' claims were added when they began. */
    List<Claim> claims() {
        for (var made : claimsMade) {
            handleRule
                    .handle(made.handle().kind(), made.handle().value())
                    .ifPresent(handle -> claim(made.conversationId(), handle, made.madeAt()));
        }
        for (var message : messages) {
            if (message.event() instanceof MessageReceived received && unproven(received)) {
                message.reading()
                        .claims()
                        .forEach(handle -> claim(received.conversationId(), handle, received.recordedAt()));
                if (!received.automatic()) {
                    senderRule
                            .typed(received.text())
                            .forEach(handle -> claim(received.conversationId(), handle, received.recordedAt()));
                }
            }
        }
        return claims.stream().distinct().toList();
    }

    private boolean unproven(MessageReceived received) {
        var contact = contacts.get(received.conversationId());
        return contact != null && !contact.verified();
    }

    void claim(UUID conversationId, Handle handle, Instant at) {
        claims.add(new Claim(conversationId, handle.kind(), handle.value(), at));
    }

    /** Messages of conversations that have not begun yet, as far as is known here. */
    List<Held> held(Instant now) {
        return messages.stream()
                .filter(message -> !contacts.containsKey(message.event().conversationId()))
                .map(message -> new Held(
                        message.event().conversationId(),
                        message.id(),
                        message.type(),
                        new String(message.data(), StandardCharsets.UTF_8),
                        now))
                .toList();
    }

    /** Everything for the timelines. */
    List<Touchpoint> touchpoints() {
        for (var message : messages) {
            var contact = contacts.get(message.event().conversationId());
            if (contact != null) {
                touchpoints.add(MessageEntry.of(message, contact));
            }
        }
        return touchpoints;
    }

    /** What was said, for the facts in it. */
    List<Said> said() {
        return messages.stream()
                .filter(message -> contacts.containsKey(message.event().conversationId()))
                .flatMap(message ->
                        MessageEntry.said(message, contacts.get(message.event().conversationId())).stream())
                .toList();
    }

    void update(Contact contact) {
        contacts.put(contact.conversationId(), contact);
    }

    /** An event about a customer that a conversation's event led to. */
    void publish(UUID conversationId, OutgoingEvent event) {
        events.add(event.causedBy(causes.get(conversationId)));
    }

    /** The conversation has found its issue: what is to be told and shown of that. */
    void placed(UUID conversationId, UUID customerId, Placement placement, Instant now) {
        publish(conversationId, OutgoingEvent.of(placement.event().type(), customerId, now, placement.event()));
        placement.touchpoint().ifPresent(touchpoints::add);
    }

    /** The conversation's customer or situation has changed: tell at the end. */
    void announce(UUID conversationId) {
        announced.add(conversationId);
    }

    /** Whom to tell about; of conversations that have begun. */
    List<UUID> announced() {
        return announced.stream().filter(contacts::containsKey).toList();
    }

    List<OutgoingEvent> events() {
        return events;
    }
}
