/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fi.saumaton.gateway.attachment.Attachment;
import fi.saumaton.gateway.stream.Recipients;
import fi.saumaton.gateway.stream.StreamEntry;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.trace.Traces;

/** What one transaction does to conversations, gathered before it is written by {@link ConversationWriter}. */
public final class Changes {
    private final Instant now;
    private final Map<UUID, Conversation> conversations = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<MessageRepository.Delivery> deliveries = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<OutgoingEvent> events = new ArrayList<>();
    private final List<StreamEntry> entries = new ArrayList<>();
    private final List<ContentTerms.Term> terms = new ArrayList<>();
    private final List<ContentTerms.Withdrawal> withdrawals = new ArrayList<>();
    private String traceparent = Traces.current();

    public Changes(Instant now) {
        this.now = now;
    }

    /** The time at which all of it is recorded. */
    public Instant now() {
        return now;
    }

    /** What follows is caused by a record with this trace; null for none. */
    public void continuing(String trace) {
        traceparent = trace;
    }

    void touch(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
    }

    void add(Message message) {
        messages.add(message);
    }

    void add(MessageRepository.Delivery delivery) {
        deliveries.add(delivery);
    }

    void add(Attachment attachment) {
        attachments.add(attachment);
    }

    void add(ContentTerms.Term term) {
        terms.add(term);
    }

    void add(ContentTerms.Withdrawal withdrawal) {
        withdrawals.add(withdrawal);
    }

    void emit(ConversationEvent event) {
        events.add(new OutgoingEvent(Ids.next(), event.type(), event.conversationId(), now, event, traceparent));
    }

    public void tell(String recipient, String kind, Object data) {
        entries.add(new StreamEntry(recipient, kind, data));
    }

    public void tellOwner(Conversation conversation, String kind, Object data) {
        if (conversation.ownerId() != null) {
            tell(Recipients.agent(conversation.ownerId()), kind, data);
        }
    }

    /** Those at whose desk it is: its owner, and whom it is offered to. */
    public void tellDesks(Conversation conversation, String kind, Object data) {
        tellOwner(conversation, kind, data);
        if (conversation.offeredTo() != null && !conversation.offeredTo().equals(conversation.ownerId())) {
            tell(Recipients.agent(conversation.offeredTo()), kind, data);
        }
    }

    /** Reaches the customer where the channel is the gateway's own stream; elsewhere there is nobody to tell. */
    public void tellCustomer(Conversation conversation, String kind, Object data) {
        conversation.visitor().ifPresent(visitor -> tell(Recipients.visitor(visitor), kind, data));
    }

    Collection<Conversation> conversations() {
        return conversations.values();
    }

    List<Message> messages() {
        return messages;
    }

    List<MessageRepository.Delivery> deliveries() {
        return deliveries;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    List<OutgoingEvent> events() {
        return events;
    }

    List<StreamEntry> entries() {
        return entries;
    }

    List<ContentTerms.Term> terms() {
        return terms;
    }

    List<ContentTerms.Withdrawal> withdrawals() {
        return withdrawals;
    }
}
