/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** Reads conversations and closes them; claims that come without a message. */
@ApplicationScoped
public class ConversationService {
    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final ConversationWriter writer;
    private final Transactions transactions;
    private final Clock clock;

    ConversationService(
            ConversationRepository conversations,
            MessageRepository messages,
            ConversationWriter writer,
            Transactions transactions,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.writer = writer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** {@code owner}: an agent's id, empty for nobody's, null for everybody's. */
    Uni<Page<ConversationView>> list(String state, String owner, Cursor after, int limit) {
        var before = after == null ? null : after.uuid(0);
        return transactions
                .read(() -> conversations.list(state, owner, before, limit + 1))
                .map(rows -> Page.of(rows, limit, last -> Cursor.of(last.id())).map(Conversation::view));
    }

    Uni<ConversationView> get(UUID id) {
        return transactions.read(() -> required(id)).map(Conversation::view);
    }

    Uni<Page<MessageView>> messages(UUID id, Cursor after, int limit) {
        return transactions
                .read(() -> required(id).chain(conversation -> messages.list(id, number(after), limit + 1)))
                .map(rows -> page(rows, limit).map(MessageView::from));
    }

    /** What the customer may see of their latest conversation in a channel; empty when they have none. */
    public Uni<Page<MessageView>> history(String channel, Handle customer, Cursor after, int limit) {
        return transactions
                .read(() -> conversations
                        .latest(channel, customer)
                        .chain(conversation -> conversation == null
                                ? Uni.createFrom().item(List.<Message>of())
                                : messages.list(conversation.id(), number(after), limit + 1)))
                .map(rows -> page(rows, limit).map(MessageView::forCustomer));
    }

    /** The customer's latest conversation in a channel, while it is open; null otherwise. */
    public Uni<UUID> openConversation(String channel, Handle customer) {
        return transactions
                .read(() -> conversations.latest(channel, customer))
                .map(conversation -> conversation == null || !conversation.isOpen() ? null : conversation.id());
    }

    /** Only the owner and supervisors close; to close what is closed changes nothing. */
    Uni<ConversationView> close(UUID id, CloseReason reason, Author by, boolean supervisor) {
        return transactions.write(() -> {
            var changes = new Changes(clock.instant());
            return locked(id)
                    .invoke(conversation -> {
                        if (!supervisor && !conversation.isOwnedBy(by.id(), null)) {
                            throw new Problem(
                                    ConversationProblem.NOT_OWNER, "Somebody else has this conversation, or nobody");
                        }
                        close(conversation, reason, by, changes);
                    })
                    .call(conversation -> writer.write(changes))
                    .map(Conversation::view);
        });
    }

    /** Keeps an address that a customer gave without proof; says so to whom it concerns when there is a conversation. */
    public Uni<Void> claim(String channel, Handle customer, Handle claimed) {
        return transactions.write(() -> {
            var changes = new Changes(clock.instant());
            return conversations
                    .rememberClaim(channel, customer, claimed, changes.now())
                    .chain(() -> conversations.latest(channel, customer))
                    .chain(latest -> latest == null ? Uni.createFrom().<Conversation>nullItem() : locked(latest.id()))
                    .invoke(conversation -> {
                        if (conversation != null) {
                            conversation.claim(claimed, changes);
                            changes.tellDesks(
                                    conversation,
                                    Told.CONVERSATION_UPDATED,
                                    new Told.OfConversation(conversation.view()));
                        }
                    })
                    .chain(() -> writer.write(changes));
        });
    }

    private static void close(Conversation conversation, CloseReason reason, Author by, Changes changes) {
        if (conversation.isOpen()) {
            conversation.close(reason, by, changes);
            changes.tellOwner(conversation, Told.CONVERSATION_CLOSED, new Told.OfClosing(conversation.id()));
            changes.tellCustomer(conversation, Told.CONVERSATION_CLOSED, new Told.OfClosing(conversation.id()));
        }
    }

    private Uni<Conversation> required(UUID id) {
        return conversations.find(id).onItem().ifNull().failWith(ConversationService::unknown);
    }

    private Uni<Conversation> locked(UUID id) {
        return conversations
                .lock(List.of(id))
                .map(found -> found.get(id))
                .onItem()
                .ifNull()
                .failWith(ConversationService::unknown);
    }

    static Problem unknown() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such conversation");
    }

    private static int number(Cursor after) {
        return after == null ? 0 : Math.clamp(after.number(0), 0, Integer.MAX_VALUE);
    }

    private static Page<Message> page(List<Message> rows, int limit) {
        return Page.of(rows, limit, last -> Cursor.of(last.number()));
    }
}
