/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;

/**
 * Erased customers leave no conversation. What is open is closed first: desks let go of it, routing takes the work back,
 * and the figures stay whole. Who only says to be one of them keeps the conversation, not the
 * name. Joins the open transaction; whoever writes in a conversation meanwhile waits for its lock and
 * then finds none.
 */
@ApplicationScoped
public class Erasure {
    private final ErasureRepository erasures;
    private final ConversationRepository conversations;
    private final ConversationWriter writer;
    private final Outbox outbox;
    private final String self;
    private final Clock clock;

    Erasure(
            ErasureRepository erasures,
            ConversationRepository conversations,
            ConversationWriter writer,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String self,
            Clock clock) {
        this.erasures = erasures;
        this.conversations = conversations;
        this.writer = writer;
        this.outbox = outbox;
        this.self = self;
        this.clock = clock;
    }

    public Uni<Void> apply(List<ErasedCustomer> erased) {
        var chain = Uni.createFrom().voidItem();
        for (var one : erased) {
            chain = chain.chain(() -> apply(one));
        }
        return chain;
    }

    private Uni<Void> apply(ErasedCustomer erased) {
        return erasures.concerned(erased)
                .chain(ids -> erasures.claimers(erased)
                        .chain(claimers -> conversations.lock(union(ids, claimers)))
                        .chain(locked -> letGo(locked.values(), ids))
                        .chain(() -> erasures.dropClaimed(erased))
                        .chain(() -> erasures.bury(erased, ids))
                        .chain(() -> erasures.remove(ids)))
                .chain(removed -> outbox.append(answer(erased, removed)));
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** The erased person's conversations are closed; others' stay, without the name of whom their sender says to be. */
    private Uni<Void> letGo(Iterable<Conversation> locked, Set<UUID> own) {
        var changes = new Changes(clock.instant());
        for (var conversation : locked) {
            if (!own.contains(conversation.id())) {
                conversation.dropClaimed(changes);
                changes.tellDesks(
                        conversation, Told.CONVERSATION_UPDATED, new Told.OfConversation(conversation.view()));
            } else if (conversation.isOpen()) {
                conversation.close(CloseReason.OTHER, Author.system(), changes);
                var closing = new Told.OfClosing(conversation.id());
                changes.tellDesks(conversation, Told.CONVERSATION_CLOSED, closing);
                changes.tellCustomer(conversation, Told.CONVERSATION_CLOSED, closing);
            }
        }
        return writer.write(changes);
    }

    private OutgoingEvent answer(ErasedCustomer erased, Map<String, Long> removed) {
        var now = clock.instant();
        return OutgoingEvent.of(
                ErasedCustomer.Answer.TYPE,
                erased.customerId(),
                now,
                new ErasedCustomer.Answer(erased.erasureId(), erased.customerId(), self, removed, now));
    }
}
