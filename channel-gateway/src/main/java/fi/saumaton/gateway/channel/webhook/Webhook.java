/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Rates;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.Signal;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.Unsupported;

/** One webhook channel. */
final class Webhook implements HookChannel {
    static final String KIND = "webhook";

    private static final String USER = "webhook-user";
    private static final int LARGEST_BODY = 512 * 1024;

    private final String name;
    private final Descriptor descriptor;
    private final Signature signature;
    private final WebhookSender sender;
    private final WebhookReader reader;
    private final Validator validator;

    /** {@code sender}: null where answers go nowhere. */
    Webhook(
            String name,
            Descriptor descriptor,
            Signature signature,
            WebhookSender sender,
            ObjectMapper mapper,
            Validator validator) {
        this.descriptor = descriptor;
        this.name = name;
        this.signature = signature;
        this.sender = sender;
        this.reader = new WebhookReader(mapper);
        this.validator = validator;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return descriptor.capabilities();
    }

    @Override
    public Rates rates() {
        return descriptor.rates();
    }

    /**
     * What tells one webhook channel from another.
     *
     * @param userPrefix of its users' ids: they mean nothing without the system that made them
     */
    record Descriptor(String userPrefix, Capabilities capabilities, Rates rates) {}

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
        var read = reader.read(request.body());
        var violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return List.of(Slice.json(
                read instanceof WebhookMessage message ? message.from().value() : "", request.body()));
    }

    @Override
    public Parsed parse(RawInbound raw) {
        return switch (reader.read(raw.body())) {
            case WebhookMessage message -> message(message, raw.receivedAt());
            case WebhookStatus status -> status(status, raw.receivedAt());
            case JsonNode other ->
                Parsed.unsupported(new Unsupported(name, other.path("type").asText(), other.toString()));
            default -> Parsed.nothing();
        };
    }

    private Parsed message(WebhookMessage message, Instant receivedAt) {
        var from = handle(message.from());
        var files = message.files().stream().map(Webhook::file).toList();
        var kind = message.kind() != null
                ? MessageKind.of(message.kind())
                : files.isEmpty() ? MessageKind.TEXT : MessageKind.MEDIA;
        return Parsed.message(new Inbound(
                name,
                message.messageId(),
                from,
                new Sender(List.of(from), message.from().displayName()),
                Objects.requireNonNullElse(message.threadKey(), ""),
                message.answers(),
                null,
                message.subject(),
                null,
                message.text(),
                null,
                null,
                files,
                false,
                kind,
                null,
                Objects.requireNonNullElse(message.occurredAt(), receivedAt)));
    }

    private static InboundAttachment file(WebhookMessage.File file) {
        return InboundAttachment.at(
                new MediaRef(null, file.url(), file.mediaType(), file.name(), file.size(), file.sha256()));
    }

    private Parsed status(WebhookStatus status, Instant receivedAt) {
        return Parsed.receipt(new Receipt(
                name,
                status.messageId(),
                Receipt.Status.valueOf(status.status().toUpperCase(Locale.ROOT)),
                status.reason(),
                status.code(),
                Objects.requireNonNullElse(status.occurredAt(), receivedAt)));
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return sender == null
                ? Uni.createFrom().item(new DeliveryOutcome.FinalFailure("The channel takes no answers"))
                : sender.send(message);
    }

    @Override
    public Uni<Void> signal(Signal signal) {
        return sender == null ? Uni.createFrom().voidItem() : sender.signal(signal);
    }

    @Override
    public Uni<FetchedMedia> fetch(MediaRef ref) {
        return sender == null ? HookChannel.super.fetch(ref) : sender.fetch(ref);
    }

    /** A user's id means something only together with the system that made it. */
    private Handle handle(WebhookMessage.From from) {
        return from.kind().equals(USER)
                ? Handle.proven(USER, descriptor.userPrefix() + ":" + from.value(), "channel")
                : Handle.claimed(from.kind(), from.value().strip().toLowerCase(Locale.ROOT));
    }
}
