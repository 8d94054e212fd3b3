/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.assignment.RoutingEventsConsumer.Routed;
import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.gateway.conversation.ConversationWriter;
import fi.saumaton.gateway.conversation.Message;
import fi.saumaton.gateway.conversation.MessageRepository;
import fi.saumaton.gateway.conversation.MessageView;
import fi.saumaton.gateway.conversation.Owner;
import fi.saumaton.gateway.conversation.Told;
import fi.saumaton.gateway.delivery.NoticeService;
import fi.saumaton.gateway.erasure.Tombstones;
import fi.saumaton.gateway.stream.Recipients;
import fi.saumaton.kit.event.RefusedEventException;

/** What routing's events change here, a batch in a handful of statements. Joins the open transaction. */
@ApplicationScoped
class Assignments {
    /** As many messages go along with an assignment; older ones are fetched by pages. */
    private static final int MESSAGES = 200;

    private static final int PREVIEW = 200;

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final ConversationWriter writer;
    private final Tombstones tombstones;
    private final Instance<Connector> connectors;
    private final NoticeService notices;
    private final PromiseConfig config;
    private final Clock clock;

    Assignments(
            ConversationRepository conversations,
            MessageRepository messages,
            ConversationWriter writer,
            Tombstones tombstones,
            @Any Instance<Connector> connectors,
            NoticeService notices,
            PromiseConfig config,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.writer = writer;
        this.tombstones = tombstones;
        this.connectors = connectors;
        this.notices = notices;
        this.config = config;
        this.clock = clock;
    }

    /** @param promised what is to be said about promises, to our people and to customers */
    Uni<Void> apply(List<Routed> batch, List<Promised> promised) {
        var changes = new Changes(clock.instant());
        var taken = new ArrayList<Connector.Taken>();
        promised.forEach(promise -> promise.tell(changes));
        var ids = Stream.concat(
                        batch.stream().map(routed -> routed.event().conversationId()),
                        promised.stream().filter(Promised::forCustomer).map(Promised::conversationId))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return conversations
                .lock(ids)
                .chain(locked -> tombstones
                        .erased(ids.stream()
                                .filter(id -> !locked.containsKey(id))
                                .toList())
                        .map(erased -> batch.stream()
                                .filter(routed ->
                                        !erased.contains(routed.event().conversationId()))
                                .toList())
                        .chain(living -> messages.latest(shown(living), MESSAGES)
                                .invoke(said -> living.forEach(routed -> apply(routed, locked, said, changes, taken))))
                        .map(nothing -> notices(promised, locked, changes))
                        .call(() -> writer.write(changes))
                        .chain(notices::send))
                .chain(() -> connect(taken));
    }

    private Uni<Void> connect(List<Connector.Taken> taken) {
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(connectors)
                        .onItem()
                        .transformToUniAndConcatenate(connector -> connector.connect(taken))
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    /** Where there is a conversation; whoever has none is told by nobody but a person. */
    private List<NoticeService.Notice> notices(
            List<Promised> promised, Map<UUID, Conversation> locked, Changes changes) {
        return promised.stream()
                .filter(promise -> promise.forCustomer() && promise.conversationId() != null)
                .filter(promise -> locked.containsKey(promise.conversationId()))
                .map(promise -> notices.add(
                        locked.get(promise.conversationId()),
                        PromiseWords.runningOut(promise.language(), promise.windowUntil(), config.timeZone()),
                        changes))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Set<UUID> shown(List<Routed> batch) {
        return batch.stream()
                .map(Routed::event)
                .filter(event -> event instanceof RoutingEvent.Assigned || event instanceof RoutingEvent.OfferMade)
                .map(RoutingEvent::conversationId)
                .collect(Collectors.toSet());
    }

    private static void apply(
            Routed routed,
            Map<UUID, Conversation> locked,
            Map<UUID, List<Message>> said,
            Changes changes,
            List<Connector.Taken> taken) {
        var conversation = locked.get(routed.event().conversationId());
        if (conversation == null) {
            throw new RefusedEventException("There is no such conversation here");
        }
        var messages = said.getOrDefault(conversation.id(), List.of());
        switch (routed.event()) {
            case RoutingEvent.Queued queued -> release(conversation, queued, changes);
            case RoutingEvent.OfferMade offer -> offer(conversation, offer, messages, changes);
            case RoutingEvent.OfferEnded offer ->
                ended(conversation, offer, outcome(routed.envelope().type()), changes);
            case RoutingEvent.Assigned assigned -> {
                if (assign(conversation, assigned, messages, changes)) {
                    taken.add(new Connector.Taken(
                            conversation.id(), assigned.agentId(), assigned.agentName(), assigned.assignmentNumber()));
                }
            }
        }
    }

    private static void release(Conversation conversation, RoutingEvent.Queued queued, Changes changes) {
        if (conversation.ownerId() != null) {
            tellReleased(conversation.release(changes), conversation, queued.reason(), changes);
        }
    }

    private static void offer(
            Conversation conversation, RoutingEvent.OfferMade offer, List<Message> messages, Changes changes) {
        conversation.offered(offer.offerId(), offer.agentId(), changes);
        var customer = conversation.customer();
        changes.tell(
                Recipients.agent(offer.agentId()),
                Notices.OFFER_MADE,
                new Notices.Offer(
                        offer.offerId(),
                        offer.workItemId(),
                        conversation.id(),
                        conversation.reference(),
                        offer.queue(),
                        offer.expiresAt(),
                        conversation.channelKind(),
                        conversation.channel(),
                        conversation.subject(),
                        preview(messages),
                        customer == null ? null : customer.displayName(),
                        customer != null && customer.verified()));
    }

    private static void ended(
            Conversation conversation, RoutingEvent.OfferEnded offer, String outcome, Changes changes) {
        conversation.offerEnded(offer.offerId(), changes);
        changes.tell(
                Recipients.agent(offer.agentId()),
                Notices.OFFER_ENDED,
                new Notices.OfferEnded(offer.offerId(), conversation.id(), outcome, offer.reason()));
    }

    private static boolean assign(
            Conversation conversation, RoutingEvent.Assigned assigned, List<Message> messages, Changes changes) {
        var former = conversation.ownerId();
        var owner = new Owner(assigned.agentId(), assigned.agentName(), assigned.assignmentNumber());
        if (!conversation.assign(owner, changes)) {
            return false;
        }
        if (former != null && !former.equals(owner.agentId())) {
            tellReleased(former, conversation, "reassigned", changes);
        }
        var views = messages.stream().map(MessageView::from).toList();
        changes.tellOwner(conversation, Notices.ASSIGNED, new Told.OfAssignment(conversation.view(), views));
        changes.tellCustomer(conversation, Notices.AGENT_JOINED, new Notices.AgentJoined(owner.name()));
        return true;
    }

    private static void tellReleased(String former, Conversation conversation, String reason, Changes changes) {
        changes.tell(Recipients.agent(former), Notices.RELEASED, new Notices.Released(conversation.id(), reason));
    }

    /** The last thing the customer wrote, cut to what fits into an offer. */
    private static String preview(List<Message> messages) {
        return messages.reversed().stream()
                .filter(message -> message.direction().equals(Message.IN))
                .findFirst()
                .map(Message::text)
                .map(Assignments::shortened)
                .orElse(null);
    }

    private static String shortened(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= PREVIEW;
        return fits ? text : text.substring(0, text.offsetByCodePoints(0, PREVIEW - 1)) + "…";
    }

    /** {@code timed-out} of {@code fi.saumaton.offer.timed-out.v1}. */
    private static String outcome(String type) {
        return type.substring("fi.saumaton.offer.".length(), type.length() - ".v1".length());
    }
}
