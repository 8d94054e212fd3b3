/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A customer's message, understood.
 *
 * <p>Its conversation is looked for in this order, always among those of the same channel and the same {@code from}: the one that holds a message named
 * in {@code answers}, the one with {@code reference}, the open one (or the last, closed at most seven days ago) with the same {@code threadKey}.
 * None of them: a new conversation opens.
 *
 * @param channel the channel's name
 * @param providerMessageId natural key within the channel; the same id is stored once, however often it comes
 * @param from the handle answers go to; also among the sender's handles
 * @param sender who wrote, with every handle known
 * @param threadKey keeps conversations of one customer in one channel apart (e-mail: the normalised subject); empty where there is one at a time
 * @param answers provider's ids of the messages this one answers, nearest first
 * @param reference a conversation's short reference that the text or an address named; null when none did
 * @param subject null where the channel has none
 * @param language BCP 47, null when not known
 * @param text what was written this time
 * @param fullText with what was quoted and signed; null where that is all of it
 * @param html as the writer formatted it, cleaned and safe to show; null when there is none
 * @param automatic an auto-reply or notice: stored, but nobody is expected to answer it
 * @param occurredAt when the sender says it was written; clocks of others may be wrong
 */
public record Inbound(
        String channel,
        String providerMessageId,
        Handle from,
        Sender sender,
        String threadKey,
        List<String> answers,
        String reference,
        String subject,
        String language,
        String text,
        String fullText,
        String html,
        List<InboundAttachment> attachments,
        boolean automatic,
        Instant occurredAt) {

    public Inbound {
        Objects.requireNonNull(providerMessageId, "providerMessageId");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(threadKey, "threadKey");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(occurredAt, "occurredAt");
        providerMessageId = Text.key(providerMessageId);
        threadKey = Text.key(threadKey);
        answers = answers.stream().map(Text::key).toList();
        reference = Text.clean(reference);
        subject = Text.clean(subject);
        language = Text.clean(language);
        text = Text.clean(text);
        fullText = Text.clean(fullText);
        html = Text.clean(html);
        attachments = List.copyOf(attachments);
        sender = sender.with(List.of(from));
    }

    /** A plain text in a channel that has one conversation per customer at a time. */
    public static Inbound text(
            String channel, String providerMessageId, Handle from, Sender sender, String text, Instant occurredAt) {
        return new Inbound(
                channel,
                providerMessageId,
                from,
                sender,
                "",
                List.of(),
                null,
                null,
                null,
                text,
                null,
                null,
                List.of(),
                false,
                occurredAt);
    }
}
