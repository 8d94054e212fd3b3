/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.UnreadableInboundException;

/** One webhook channel. */
final class Webhook implements Channel {
    static final String KIND = "webhook";

    private static final String USER = "webhook-user";
    private static final int LONGEST_TEXT = 100_000;

    private final String name;
    private final Signature signature;
    private final WebhookSender sender;
    private final ObjectMapper mapper;

    /** {@code sender}: null where answers go nowhere. */
    Webhook(String name, Signature signature, WebhookSender sender, ObjectMapper mapper) {
        this.name = name;
        this.signature = signature;
        this.sender = sender;
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return name;
    }

    Signature signature() {
        return signature;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(LONGEST_TEXT, false, false, false, false, false, Capabilities.Resend.SAME_ID);
    }

    @Override
    public Parsed parse(RawInbound raw) {
        var message = read(raw.body());
        var from = handle(message.from());
        var occurredAt = message.occurredAt() == null ? raw.receivedAt() : message.occurredAt();
        return Parsed.message(Inbound.text(
                name,
                message.messageId(),
                from,
                new Sender(List.of(from), message.from().displayName()),
                message.text(),
                occurredAt));
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return sender == null
                ? Uni.createFrom().item(new DeliveryOutcome.FinalFailure("The channel takes no answers"))
                : sender.send(message);
    }

    /** A user's id means something only together with the system that made it. */
    private Handle handle(WebhookMessage.From from) {
        return from.kind().equals(USER)
                ? Handle.proven(USER, name.substring(KIND.length() + 1) + ":" + from.value(), "channel")
                : Handle.claimed(from.kind(), from.value().strip().toLowerCase(Locale.ROOT));
    }

    private WebhookMessage read(byte[] body) {
        try {
            return mapper.readValue(body, WebhookMessage.class);
        } catch (IOException e) {
            throw new UnreadableInboundException("The body is not readable as JSON", e);
        }
    }
}
