/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.attachment.Attachment;
import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.erasure.Tombstones;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.sql.Sql;

/**
 * Takes a batch of customers' messages into their conversations. Joins the open transaction; the number of statements does not depend on the size of the
 * batch. The same message is stored once, however often it comes and on however many replicas.
 */
@ApplicationScoped
public class Intake {
    private final ConversationRepository conversations;
    private final ConversationWriter writer;
    private final ConversationConfig config;
    private final Channels channels;
    private final Tombstones tombstones;
    private final Sql sql;
    private final Clock clock;

    Intake(
            ConversationRepository conversations,
            ConversationWriter writer,
            ConversationConfig config,
            Channels channels,
            Tombstones tombstones,
            Sql sql,
            Clock clock) {
        this.conversations = conversations;
        this.writer = writer;
        this.config = config;
        this.channels = channels;
        this.tombstones = tombstones;
        this.sql = sql;
        this.clock = clock;
    }

    public Uni<Void> receive(List<Arrival> batch) {
        var arrivals = withoutRepetitions(batch);
        if (arrivals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var messages = arrivals.stream().map(Arrival::message).toList();
        var changes = new Changes(clock.instant());
        return conversations
                .match(messages, changes.now().minus(config.reopenWithin()))
                .chain(matches -> locked(matches)
                        .chain(known -> claims(messages, matches)
                                .chain(claims -> late(arrivals, matches, known)
                                        .invoke(late -> take(
                                                arrivals,
                                                without(late, matches),
                                                new Threads(known),
                                                claims,
                                                changes)))))
                .chain(() -> writer.write(changes));
    }

    private static List<Arrival> withoutRepetitions(List<Arrival> batch) {
        var seen = new HashSet<List<String>>();
        return batch.stream()
                .filter(arrival -> seen.add(
                        List.of(arrival.message().channel(), arrival.message().providerMessageId())))
                .toList();
    }

    private Uni<Map<UUID, Conversation>> locked(ConversationRepository.Match[] matches) {
        return conversations.lock(Arrays.stream(matches)
                .filter(match -> !match.duplicate())
                .map(ConversationRepository.Match::conversationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    /** Only where a thread opens does it matter what its handle has claimed before. */
    private Uni<Map<Integer, List<Handle>>> claims(List<Inbound> messages, ConversationRepository.Match[] matches) {
        boolean opens = Arrays.stream(matches).anyMatch(match -> !match.duplicate() && match.conversationId() == null);
        return opens ? conversations.claims(messages) : Uni.createFrom().item(Map.of());
    }

    /** Only where a thread opens can its sender have been erased meanwhile: with the customer the thread is gone. */
    private Uni<Set<Integer>> late(
            List<Arrival> arrivals, ConversationRepository.Match[] matches, Map<UUID, Conversation> known) {
        return tombstones.late(IntStream.range(0, matches.length)
                .filter(place -> !matches[place].duplicate() && isUnknown(matches[place], known))
                .mapToObj(place -> sign(place, arrivals.get(place)))
                .toList());
    }

    private static boolean isUnknown(ConversationRepository.Match match, Map<UUID, Conversation> known) {
        return match.conversationId() == null || !known.containsKey(match.conversationId());
    }

    private static Tombstones.Sign sign(int place, Arrival arrival) {
        var from = arrival.message().from();
        return new Tombstones.Sign(place, from.kind(), from.value(), arrival.acceptedAt());
    }

    /** What an erased customer wrote before is taken for something that is there already. */
    private static ConversationRepository.Match[] without(Set<Integer> late, ConversationRepository.Match[] matches) {
        late.forEach(place -> matches[place] = new ConversationRepository.Match(true, null));
        return matches;
    }

    private void take(
            List<Arrival> arrivals,
            ConversationRepository.Match[] matches,
            Threads threads,
            Map<Integer, List<Handle>> claims,
            Changes changes) {
        IntStream.range(0, matches.length)
                .filter(place -> !matches[place].duplicate())
                .forEach(place -> {
                    var arrival = arrivals.get(place);
                    changes.continuing(arrival.traceparent());
                    var conversation = threads.of(arrival.message(), matches[place].conversationId());
                    if (conversation == null) {
                        conversation = open(arrival.message(), claims.getOrDefault(place, List.of()), changes);
                        threads.opened(conversation, arrival.message());
                    }
                    store(conversation, arrival.message(), changes);
                });
    }

    private Conversation open(Inbound message, List<Handle> claims, Changes changes) {
        var kind = channels.require(message.channel()).kind();
        return Conversation.open(message, kind, claims, changes.now());
    }

    private void store(Conversation conversation, Inbound inbound, Changes changes) {
        var messageId = Ids.next();
        int number = conversation.receive(messageId, inbound, changes);
        var attachments = keep(inbound.attachments(), conversation.id(), messageId, changes);
        var message = new Message(
                messageId,
                conversation.id(),
                number,
                Message.IN,
                inbound.channel(),
                inbound.providerMessageId(),
                "customer",
                null,
                inbound.sender().displayName(),
                inbound.from().proven(),
                inbound.text(),
                inbound.fullText(),
                inbound.html(),
                attachments,
                inbound.automatic(),
                inbound.kind(),
                inbound.raw(),
                null,
                null,
                inbound.occurredAt(),
                changes.now(),
                null,
                null,
                null,
                null);
        changes.add(message);
        var rules = channels.require(inbound.channel()).capabilities().data();
        ContentTerms.apply(rules, inbound, messageId, changes);
        changes.emit(new ConversationEvent.MessageReceived(
                conversation.id(),
                conversation.nextVersion(),
                messageId,
                number,
                inbound.channel(),
                conversation.channelKind(),
                inbound.subject(),
                ContentTerms.told(inbound, rules),
                attachments,
                inbound.sender(),
                !inbound.awaitsReply(),
                inbound.kind(),
                inbound.occurredAt(),
                changes.now(),
                conversation.replyDueSince()));
        changes.tellOwner(
                conversation, Told.MESSAGE_RECEIVED, new Told.OfMessage(conversation.id(), MessageView.from(message)));
        changes.tellCustomer(
                conversation,
                Told.MESSAGE_RECEIVED,
                new Told.OfMessage(conversation.id(), MessageView.forCustomer(message)));
    }

    private List<AttachmentRef> keep(
            List<InboundAttachment> files, UUID conversationId, UUID messageId, Changes changes) {
        var refs = new ArrayList<AttachmentRef>(files.size());
        for (var file : files) {
            var id = Ids.next();
            if (file.ref() == null) {
                var ref = AttachmentRef.stored(id, file.name(), file.mediaType(), file.size());
                changes.add(new Attachment(ref, conversationId, messageId, file.content()));
                refs.add(ref);
            } else {
                var ref = AttachmentRef.pending(id, file.name(), file.mediaType(), file.size());
                changes.add(Attachment.pending(ref, conversationId, messageId, sql.json(file.ref()), changes.now()));
                refs.add(ref);
            }
        }
        return refs;
    }
}
