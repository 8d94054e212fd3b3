/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.signal;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Signal;
import fi.saumaton.gateway.conversation.Answers;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.gateway.conversation.Message;
import fi.saumaton.gateway.conversation.MessageRepository;
import fi.saumaton.gateway.stream.Recipients;
import fi.saumaton.gateway.stream.StreamService;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Passes signs on: from agents through the conversation's channel, from customers to the conversation's owner. */
@ApplicationScoped
public class SignalService {
    private static final Logger LOG = Logger.getLogger(SignalService.class);
    private static final String TYPING = "typing";
    private static final String READ = "read";

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final Transactions transactions;
    private final StreamService stream;
    private final Channels channels;

    SignalService(
            ConversationRepository conversations,
            MessageRepository messages,
            Transactions transactions,
            StreamService stream,
            Channels channels) {
        this.conversations = conversations;
        this.messages = messages;
        this.transactions = transactions;
        this.stream = stream;
        this.channels = channels;
    }

    /** {@code typing}: who writes, or has stopped. */
    @RegisterForReflection
    record Typing(UUID conversationId, boolean active) {}

    /** {@code read}: the customer's messages up to this number have been seen. */
    @RegisterForReflection
    record Read(UUID conversationId, int number) {}

    /** An agent's sign to the customer. Only the owner may; a channel that cannot show it leaves it out. */
    Uni<Void> send(UUID conversationId, String agentId, Signal.Kind kind) {
        return transactions
                .read(() -> conversations
                        .find(conversationId)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such conversation"))
                        .invoke(conversation -> Answers.mayWrite(conversation, agentId, null))
                        .chain(conversation -> messages.lastReceived(conversationId, Integer.MAX_VALUE)
                                .map(last -> new Sign(conversation, last))))
                .chain(sign -> pass(sign, kind));
    }

    /** A customer's sign to whoever has their conversation. What fails is forgotten. */
    public Uni<Void> customerTypes(String channel, Handle customer, boolean active) {
        return transactions
                .read(() -> conversations.latest(channel, customer))
                .invoke(conversation -> {
                    if (conversation != null && conversation.ownerId() != null) {
                        stream.signal(
                                Recipients.agent(conversation.ownerId()),
                                TYPING,
                                new Typing(conversation.id(), active));
                    }
                })
                .onFailure()
                .invoke(failure -> LOG.debug("A sign was lost", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** {@code last}: the customer's last message, null when they have written none. */
    private record Sign(Conversation conversation, Message last) {}

    private Uni<Void> pass(Sign sign, Signal.Kind kind) {
        var channel = channels.find(sign.conversation().channel()).orElse(null);
        if (channel == null || !canShow(channel, kind)) {
            return Uni.createFrom().voidItem();
        }
        sign.conversation().visitor().ifPresent(visitor -> show(sign, kind, visitor));
        var signal = new Signal(
                kind,
                sign.conversation().handle(),
                sign.last() == null ? null : sign.last().providerId());
        return Uni.createFrom()
                .deferred(() -> channel.signal(signal))
                .onFailure()
                .invoke(failure -> LOG.debug("A sign was lost", failure))
                .onFailure()
                .recoverWithNull();
    }

    private void show(Sign sign, Signal.Kind kind, String visitor) {
        var recipient = Recipients.visitor(visitor);
        var id = sign.conversation().id();
        if (kind != Signal.Kind.READ) {
            stream.signal(recipient, TYPING, new Typing(id, kind == Signal.Kind.TYPING));
        } else if (sign.last() != null) {
            stream.signal(recipient, READ, new Read(id, sign.last().number()));
        }
    }

    private static boolean canShow(Channel channel, Signal.Kind kind) {
        var capabilities = channel.capabilities();
        return kind == Signal.Kind.READ ? capabilities.marksRead() : capabilities.typing();
    }
}
