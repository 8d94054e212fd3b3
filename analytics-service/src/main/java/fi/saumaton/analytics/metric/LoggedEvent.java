/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One event as the log keeps it: ids, kinds, times and numbers. No text, no address, no name; an agent is the pseudonym
 * of an id. What a kind of event does not tell is null (false for the two flags).
 *
 * @param at when it happened, by the clock of the service that reported it
 * @param author who sent the message, closed the conversation or resolved the issue
 * @param reason of a closing, a queueing or an offer's end; the status of a delivery or a presence; the kind of a touchpoint;
 *     of a rearranged issue {@link Issue#COUNTED} or why it is not; of a changed issue what was changed
 * @param automatic a received message that no person wrote (auto-reply, bounce)
 * @param firstContact an issue that the customer's service holds for resolved at the first contact; of a rearranged issue,
 *     whether it has had one contact only
 * @param seconds a duration that the event itself tells
 */
public record LoggedEvent(
        UUID eventId,
        EventKind kind,
        Instant at,
        UUID conversationId,
        UUID customerId,
        UUID issueId,
        UUID messageId,
        UUID offerId,
        UUID workItemId,
        UUID touchpointId,
        UUID agentId,
        String channel,
        String channelKind,
        String queue,
        AuthorType author,
        String reason,
        boolean automatic,
        boolean firstContact,
        Double seconds) {

    public LoggedEvent {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
    }

    /** Whether a contact or an offer of its conversation can look different after it. */
    public boolean shapesConversation() {
        return switch (kind) {
            case CONVERSATION_OPENED, CONVERSATION_REOPENED, CONVERSATION_CLOSED, CUSTOMER_IDENTIFIED -> true;
            case WORK_ITEM_ASSIGNED, OFFER_MADE, OFFER_ACCEPTED, OFFER_DECLINED, OFFER_TIMED_OUT, OFFER_RESCINDED ->
                true;
            case ISSUE_OPENED, ISSUE_CONTINUED, ISSUE_REOPENED -> conversationId != null;
            case MESSAGE_RECEIVED -> automatic;
            case MESSAGE_SENT -> isHumanAnswer();
            default -> false;
        };
    }

    /** Whether a person of the company wrote to the customer. */
    public boolean isHumanAnswer() {
        return kind == EventKind.MESSAGE_SENT && author == AuthorType.AGENT;
    }

    public static Builder of(EventKind kind, UUID eventId, Instant at) {
        return new Builder(kind, eventId, at);
    }

    /** Collects what one kind of event tells. */
    public static final class Builder {
        private final EventKind kind;
        private final UUID eventId;
        private final Instant at;
        private UUID conversationId;
        private UUID customerId;
        private UUID issueId;
        private UUID messageId;
        private UUID offerId;
        private UUID workItemId;
        private UUID touchpointId;
        private UUID agentId;
        private String channel;
        private String channelKind;
        private String queue;
        private AuthorType author;
        private String reason;
        private boolean automatic;
        private boolean firstContact;
        private Double seconds;

        private Builder(EventKind kind, UUID eventId, Instant at) {
            this.kind = kind;
            this.eventId = eventId;
            this.at = at;
        }

        public Builder conversation(UUID id) {
            conversationId = id;
            return this;
        }

        public Builder customer(UUID id) {
            customerId = id;
            return this;
        }

        public Builder issue(UUID id) {
            issueId = id;
            return this;
        }

        public Builder message(UUID id) {
            messageId = id;
            return this;
        }

        public Builder offer(UUID id) {
            offerId = id;
            return this;
        }

        public Builder workItem(UUID id) {
            workItemId = id;
            return this;
        }

        public Builder touchpoint(UUID id) {
            touchpointId = id;
            return this;
        }

        public Builder agent(UUID pseudonym) {
            agentId = pseudonym;
            return this;
        }

        public Builder channel(String name, String ofKind) {
            channel = name;
            channelKind = ofKind;
            return this;
        }

        public Builder queue(String name) {
            queue = name;
            return this;
        }

        public Builder author(AuthorType type) {
            author = type;
            return this;
        }

        public Builder reason(String code) {
            reason = code;
            return this;
        }

        public Builder automatic(boolean value) {
            automatic = value;
            return this;
        }

        public Builder firstContact(boolean value) {
            firstContact = value;
            return this;
        }

        public Builder seconds(Double value) {
            seconds = value;
            return this;
        }

        public LoggedEvent build() {
            return new LoggedEvent(
                    eventId,
                    kind,
                    at,
                    conversationId,
                    customerId,
                    issueId,
                    messageId,
                    offerId,
                    workItemId,
                    touchpointId,
                    agentId,
                    channel,
                    channelKind,
                    queue,
                    author,
                    reason,
                    automatic,
                    firstContact,
                    seconds);
        }
    }
}
