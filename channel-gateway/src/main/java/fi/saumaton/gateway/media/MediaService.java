/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.media;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.Text;
import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.gateway.conversation.ConversationWriter;
import fi.saumaton.gateway.conversation.MessageRepository;
import fi.saumaton.gateway.conversation.Told;
import fi.saumaton.gateway.media.MediaRepository.Claimed;
import fi.saumaton.kit.tx.Transactions;

/** The transactions of fetching: what is mine to fetch, and what became of it. */
@ApplicationScoped
class MediaService {
    private final MediaRepository media;
    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final ConversationWriter writer;
    private final Transactions transactions;
    private final MediaConfig config;
    private final Clock clock;

    MediaService(
            MediaRepository media,
            ConversationRepository conversations,
            MessageRepository messages,
            ConversationWriter writer,
            Transactions transactions,
            MediaConfig config,
            Clock clock) {
        this.media = media;
        this.conversations = conversations;
        this.messages = messages;
        this.writer = writer;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    Uni<List<Claimed>> claim() {
        return transactions.write(() -> media.claim(config.lease(), config.parallel()));
    }

    Uni<Void> store(Claimed claimed, FetchedMedia file) {
        var name = Text.clean(Objects.requireNonNullElse(file.name(), claimed.name()));
        var type = Text.clean(Objects.requireNonNullElse(file.mediaType(), claimed.mediaType()));
        var ref = AttachmentRef.stored(claimed.id(), name, type, file.content().length);
        return settle(claimed, ref, () -> media.store(claimed, name, type, file.content()));
    }

    Uni<Void> fail(Claimed claimed, String reason) {
        var ref = new AttachmentRef(
                claimed.id(), claimed.name(), claimed.mediaType(), 0, AttachmentRef.FAILED, Text.clean(reason));
        return settle(claimed, ref, () -> media.fail(claimed, ref.reason()));
    }

    /** Another attempt, until it has been tried for too long. */
    Uni<Void> again(Claimed claimed) {
        if (claimed.askedAt().plus(config.giveUpAfter()).isBefore(clock.instant())) {
            return fail(claimed, "The provider did not hand the file out");
        }
        return transactions
                .write(() -> media.again(claimed, gap(claimed.attempt())))
                .replaceWithVoid();
    }

    /** The conversation is locked first, as everywhere, so that nobody waits crosswise. */
    private Uni<Void> settle(Claimed claimed, AttachmentRef ref, Supplier<Uni<Integer>> change) {
        return transactions.write(() -> conversations
                .lock(List.of(claimed.conversationId()))
                .chain(found -> change.get()
                        .chain(mine -> mine == 0
                                ? Uni.createFrom().voidItem()
                                : tell(found.get(claimed.conversationId()), claimed, ref))));
    }

    private Uni<Void> tell(Conversation conversation, Claimed claimed, AttachmentRef ref) {
        var changes = new Changes(clock.instant());
        changes.tellOwner(
                conversation,
                Told.ATTACHMENT_CHANGED,
                new Told.OfAttachment(conversation.id(), claimed.messageId(), ref));
        return messages.setAttachment(claimed.messageId(), ref).chain(() -> writer.write(changes));
    }

    private Duration gap(int attempt) {
        var gap = config.firstGap().multipliedBy(1L << Math.min(attempt - 1, 20));
        return gap.compareTo(config.longestGap()) > 0 ? config.longestGap() : gap;
    }
}
