/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.UnreadableInboundException;

/** One webhook channel. */
final class Webhook implements HookChannel {
    static final String KIND = "webhook";

    private static final String USER = "webhook-user";
    private static final int LONGEST_TEXT = 100_000;
    private static final int LARGEST_BODY = 512 * 1024;

    private final String name;
    private final Signature signature;
    private final WebhookSender sender;
    private final ObjectReader reader;
    private final Validator validator;

    /** {@code sender}: null where answers go nowhere. */
    Webhook(String name, Signature signature, WebhookSender sender, ObjectMapper mapper, Validator validator) {
        this.name = name;
        this.signature = signature;
        this.sender = sender;
        this.reader = mapper.readerFor(WebhookMessage.class);
        this.validator = validator;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.texts(LONGEST_TEXT, Capabilities.Resend.SAME_ID).build();
    }

    @Override
    public int largestBody() {
        return LARGEST_BODY;
    }

    @Override
    public Verdict verify(HookRequest request) {
        return signature.check(
                request.header("webhook-id"),
                request.header("webhook-timestamp"),
                request.header("webhook-signature"),
                request.body(),
                request.receivedAt());
    }

    /** The sender learns at once what makes no sense; a message that is taken is a right one. */
    @Override
    public List<Slice> slices(HookRequest request) {
        var message = read(request.body());
        if (message == null) {
            throw new UnreadableInboundException("The body is empty");
        }
        var violations = validator.validate(message);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return List.of(Slice.json(message.from().value(), request.body()));
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
            return reader.readValue(body);
        } catch (IOException e) {
            throw new UnreadableInboundException("The body is not readable as JSON", e);
        }
    }
}
