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
 * @param kind what it is; the text is readable whatever it is
 * @param raw as it came, for a kind that this version cannot show; null otherwise
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
        MessageKind kind,
        String raw,
        Instant occurredAt) {

    public Inbound {
        Objects.requireNonNull(kind, "kind");
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
        raw = Text.clean(raw);
        attachments = List.copyOf(attachments);
        sender = sender.with(List.of(from));
    }

    /** A text, with or without files. */
    public Inbound(
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
        this(
                channel,
                providerMessageId,
                from,
                sender,
                threadKey,
                answers,
                reference,
                subject,
                language,
                text,
                fullText,
                html,
                attachments,
                automatic,
                text.isBlank() && !attachments.isEmpty() ? MessageKind.MEDIA : MessageKind.TEXT,
                null,
                occurredAt);
    }

    /** A plain text in a channel that has one conversation per customer at a time. */
    public static Inbound text(
            String channel, String providerMessageId, Handle from, Sender sender, String text, Instant occurredAt) {
        return of(MessageKind.TEXT, channel, providerMessageId, from, sender, text, List.of(), occurredAt);
    }

    /** A message of any kind in a channel that has one conversation per customer at a time. */
    public static Inbound of(
            MessageKind kind,
            String channel,
            String providerMessageId,
            Handle from,
            Sender sender,
            String text,
            List<InboundAttachment> attachments,
            Instant occurredAt) {
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
                attachments,
                false,
                kind,
                null,
                occurredAt);
    }

    /** A message of a kind that nobody here knows. {@code what}: how the provider calls it, for people to read. */
    public static Inbound unsupported(
            String channel,
            String providerMessageId,
            Handle from,
            Sender sender,
            String what,
            String raw,
            Instant occurredAt) {
        return of(
                        MessageKind.UNSUPPORTED,
                        channel,
                        providerMessageId,
                        from,
                        sender,
                        "[" + what + "]",
                        List.of(),
                        occurredAt)
                .asItCame(raw);
    }

    /** The same, as the answer to messages with these provider's ids, nearest first. */
    public Inbound answering(List<String> ids) {
        return copy(threadKey, ids, raw);
    }

    /** The same, in a thread of its own. */
    public Inbound inThread(String key) {
        return copy(key, answers, raw);
    }

    /** The same, with what the provider sent. */
    public Inbound asItCame(String json) {
        return copy(threadKey, answers, json);
    }

    /** Whether whoever sent it expects to hear from us. */
    public boolean awaitsReply() {
        return !automatic && kind.awaitsReply();
    }

    private Inbound copy(String inThread, List<String> answering, String original) {
        return new Inbound(
                channel,
                providerMessageId,
                from,
                sender,
                inThread,
                answering,
                reference,
                subject,
                language,
                text,
                fullText,
                html,
                attachments,
                automatic,
                kind,
                original,
                occurredAt);
    }
}
