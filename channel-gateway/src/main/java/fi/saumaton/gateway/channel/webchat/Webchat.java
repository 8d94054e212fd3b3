/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Duration;
import java.time.Instant;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.UnreadableInboundException;

/** One web chat. Answers reach the visitor by the gateway's own stream. */
final class Webchat implements Channel {
    static final String KIND = "webchat";
    /** The attribute under which a record carries its visitor. */
    static final String VISITOR = "visitor";

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);

    private final String name;
    private final int maxTextLength;
    private final VisitorTokens tokens;

    Webchat(String name, int maxTextLength, VisitorTokens tokens) {
        this.name = name;
        this.maxTextLength = maxTextLength;
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.texts(maxTextLength, Capabilities.Resend.SAME_ID)
                .typing()
                .marksRead()
                .receipts(true, true)
                .live()
                .build();
    }

    @Override
    public Parsed parse(RawInbound raw) {
        var visitor = visitor(raw);
        var message = message(raw);
        var sender = visitor.sender();
        if (!visitor.isAuthenticated()) {
            sender = sender.with(Addresses.within(message.text()));
        }
        return Parsed.message(Inbound.text(
                name,
                visitor.id() + ":" + message.clientMessageId(),
                visitor.handle(),
                sender,
                message.text(),
                occurredAt(message, raw)));
    }

    /** Never called: the stream has what is stored. */
    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return Uni.createFrom().item(DeliveryOutcome.sent());
    }

    private Visitor visitor(RawInbound raw) {
        try {
            return tokens.visitor(raw.attributes().getOrDefault(VISITOR, ""));
        } catch (RuntimeException e) {
            throw new UnreadableInboundException("The record names no visitor", e);
        }
    }

    private static ChatMessage message(RawInbound raw) {
        try {
            return ChatMessage.parse(raw.body(), Integer.MAX_VALUE);
        } catch (ChatMessage.Unreadable e) {
            throw new UnreadableInboundException(e.getMessage(), e);
        }
    }

    /** The visitor's clock, unless it is ahead of ours by more than clocks are. */
    private static Instant occurredAt(ChatMessage message, RawInbound raw) {
        var told = message.occurredAt();
        return told == null || told.isAfter(raw.receivedAt().plus(CLOCKS_MAY_DIFFER)) ? raw.receivedAt() : told;
    }
}
