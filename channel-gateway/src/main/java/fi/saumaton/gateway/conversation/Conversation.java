/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnore;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.id.Reference;

/**
 * A thread in one channel with one customer handle. A row of the table {@code conversation}, field for column.
 *
 * <p>Invariants: it is open, with a reply due or waiting for the customer, or closed; messages are numbered from 1 without holes; {@code version} grows by
 * one with each event; an assignment number never falls, and only its holder writes; what was proven of the sender stays proven.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
@RegisterForReflection
public final class Conversation {
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";
    private static final String VISITOR = "visitor";

    private UUID id;
    private String organisation;
    private String reference;
    private String channel;
    private String channelKind;
    private String handleKind;
    private String handleValue;
    private String threadKey;
    private String subject;
    private String language;
    private Sender sender;
    private String state;
    private UUID firstMessageId;
    private int lastNumber;
    private Instant openedAt;
    private Instant lastMessageAt;
    private Instant replyDueSince;
    private Instant closedAt;
    private String ownerId;
    private String ownerName;
    private long assignmentNumber;
    private UUID offerId;
    private String offeredTo;
    private CustomerSummary customer;
    private IssueSummary issue;
    private long identifiedVersion;
    private Instant identifiedAt;
    private long version;

    @JsonIgnore
    private boolean stored = true;

    /** For the repository, which fills the fields from the row. */
    Conversation() {}

    /** A new thread, not yet with its first message. {@code claims}: addresses this handle has named before. */
    static Conversation open(Inbound first, String channelKind, List<Handle> claims, Instant now) {
        var conversation = new Conversation();
        conversation.stored = false;
        conversation.id = Ids.next();
        conversation.organisation = "own";
        conversation.reference = Reference.next();
        conversation.channel = first.channel();
        conversation.channelKind = channelKind;
        conversation.handleKind = first.from().kind();
        conversation.handleValue = first.from().value();
        conversation.threadKey = first.threadKey();
        conversation.subject = first.subject();
        conversation.language = first.language();
        conversation.sender = first.sender().with(claims);
        conversation.openedAt = now;
        return conversation;
    }

    UUID nextMessageId() {
        return Ids.next();
    }

    /**
     * The number of the message to come; emits what that means. What a person writes finds the thread open; an automatic
     * message (away until Monday, in answer to our last word) leaves a closed one closed.
     */
    int receive(UUID messageId, Inbound message, Changes changes) {
        changes.touch(this);
        if (state == null) {
            open(messageId, !message.awaitsReply(), changes);
        } else {
            know(message.sender(), changes);
            if (message.awaitsReply()) {
                reopen(messageId, changes);
            }
        }
        if (message.awaitsReply() && replyDueSince == null) {
            replyDueSince = changes.now();
        }
        lastMessageAt = changes.now();
        return ++lastNumber;
    }

    private void open(UUID messageId, boolean automatic, Changes changes) {
        state = OPEN;
        firstMessageId = messageId;
        changes.emit(new ConversationEvent.Opened(
                id,
                ++version,
                reference,
                channel,
                channelKind,
                subject,
                language,
                sender,
                messageId,
                automatic,
                openedAt));
    }

    private void reopen(UUID messageId, Changes changes) {
        if (CLOSED.equals(state)) {
            state = OPEN;
            closedAt = null;
            release();
            changes.emit(new ConversationEvent.Reopened(
                    id,
                    ++version,
                    reference,
                    channel,
                    channelKind,
                    subject,
                    language,
                    sender,
                    messageId,
                    changes.now()));
        }
    }

    /** Remembers handles that are new; those that are only claimed are news for others. */
    private void know(Sender writer, Changes changes) {
        for (var handle : writer.handles()) {
            if (!handle.proven() && sender.handles().stream().noneMatch(handle::sameAs)) {
                changes.emit(new ConversationEvent.ClaimMade(id, ++version, handle, changes.now()));
            }
        }
        sender = sender.with(writer.handles());
    }

    /** An address given without proof; nothing happens when it is known already. */
    void claim(Handle handle, Changes changes) {
        changes.touch(this);
        know(new Sender(List.of(handle), null), changes);
    }

    /** The number of the answer to come; from now on it is the customer's turn. */
    int answer(Changes changes) {
        changes.touch(this);
        replyDueSince = null;
        lastMessageAt = changes.now();
        return ++lastNumber;
    }

    /** The number of a notice to come, which answers nothing: whose turn it is stays. */
    int notice(Changes changes) {
        changes.touch(this);
        return ++lastNumber;
    }

    long nextVersion() {
        return ++version;
    }

    void close(CloseReason reason, Author by, Changes changes) {
        if (CLOSED.equals(state)) {
            return;
        }
        changes.touch(this);
        state = CLOSED;
        closedAt = changes.now();
        replyDueSince = null;
        changes.emit(new ConversationEvent.Closed(id, ++version, reason, by, closedAt));
    }

    /** Gives it to an agent, unless a newer assignment is known already; whether it did. */
    public boolean assign(Owner owner, Changes changes) {
        if (owner.assignmentNumber() <= assignmentNumber) {
            return false;
        }
        changes.touch(this);
        ownerId = owner.agentId();
        ownerName = owner.name();
        assignmentNumber = owner.assignmentNumber();
        return true;
    }

    /** Whoever has it by this assignment did not come: routing is asked to find somebody else. They keep it until it has. */
    public void giveBack(String agentId, long number, String reason, Changes changes) {
        if (isOwnedBy(agentId, number)) {
            changes.touch(this);
            changes.emit(new ConversationEvent.Returned(id, ++version, agentId, number, reason, changes.now()));
        }
    }

    public void offered(UUID offer, String agentId, Changes changes) {
        changes.touch(this);
        offerId = offer;
        offeredTo = agentId;
    }

    /** The offer is no longer pending, however it ended. */
    public void offerEnded(UUID offer, Changes changes) {
        if (offer.equals(offerId)) {
            changes.touch(this);
            offerId = null;
            offeredTo = null;
        }
    }

    /** Takes it from whom had it; they, or null when nobody did. */
    public String release(Changes changes) {
        changes.touch(this);
        return release();
    }

    private String release() {
        var former = ownerId;
        ownerId = null;
        ownerName = null;
        return former;
    }

    /** Takes over what is known of the customer, unless something newer is known; whether it did. */
    public boolean identify(CustomerSummary who, IssueSummary what, long ofVersion, Instant at, Changes changes) {
        boolean older = ofVersion < identifiedVersion
                || (ofVersion == identifiedVersion && identifiedAt != null && at.isBefore(identifiedAt));
        if (older) {
            return false;
        }
        changes.touch(this);
        customer = who;
        issue = what;
        identifiedVersion = ofVersion;
        identifiedAt = at;
        return true;
    }

    /** Whom the sender says to be is nobody any more. */
    void dropClaimed(Changes changes) {
        changes.touch(this);
        customer = customer.unclaimed();
    }

    public void issueIs(String issueState, Changes changes) {
        changes.touch(this);
        issue = issue.in(issueState);
    }

    boolean isOwnedBy(String agentId, Long heldNumber) {
        return agentId.equals(ownerId) && (heldNumber == null || heldNumber == assignmentNumber);
    }

    boolean isOpen() {
        return OPEN.equals(state);
    }

    boolean isStored() {
        return stored;
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public String channel() {
        return channel;
    }

    public String channelKind() {
        return channelKind;
    }

    public String subject() {
        return subject;
    }

    public String ownerId() {
        return ownerId;
    }

    String offeredTo() {
        return offeredTo;
    }

    public CustomerSummary customer() {
        return customer;
    }

    public IssueSummary issue() {
        return issue;
    }

    Instant replyDueSince() {
        return replyDueSince;
    }

    /** Where answers go. */
    public Handle handle() {
        return sender.handles().stream()
                .filter(handle ->
                        handle.kind().equals(handleKind) && handle.value().equals(handleValue))
                .findFirst()
                .orElseGet(() -> Handle.claimed(handleKind, handleValue));
    }

    public String customerName() {
        return sender.displayName();
    }

    /** The chat visitor, where the channel is the gateway's own stream. */
    public Optional<String> visitor() {
        return VISITOR.equals(handleKind) ? Optional.of(handleValue) : Optional.empty();
    }

    public ConversationView view() {
        var owner = ownerId == null ? null : new Owner(ownerId, ownerName, assignmentNumber);
        return new ConversationView(
                id,
                reference,
                channel,
                channelKind,
                subject,
                language,
                state,
                replyDueSince != null,
                replyDueSince,
                openedAt,
                lastMessageAt,
                closedAt,
                sender,
                owner,
                customer,
                issue,
                version);
    }
}
