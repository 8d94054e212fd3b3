/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.MediaGoneException;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.ProviderRequest;
import fi.saumaton.gateway.channel.Signal;
import fi.saumaton.kit.id.Ids;

/** Answers as signed POSTs. Their {@code webhook-id} is the message's: the receiver can tell a repetition. */
final class WebhookSender {
    private static final int LARGEST_FILE = 50 * 1024 * 1024;

    private final URI url;
    private final boolean anyTarget;
    private final Signature signature;
    private final ProviderClient client;
    private final ObjectMapper mapper;
    private final Clock clock;

    /** {@code anyTarget}: files may come from where the public cannot go. */
    WebhookSender(
            URI url, boolean anyTarget, Signature signature, ProviderClient client, ObjectMapper mapper, Clock clock) {
        this.url = url;
        this.anyTarget = anyTarget;
        this.signature = signature;
        this.client = client;
        this.mapper = mapper;
        this.clock = clock;
    }

    Uni<DeliveryOutcome> send(Outbound message) {
        return client.deliver(
                request(message.messageId().toString(), answer(message)), answer -> answer.outcome(clock.instant()));
    }

    Uni<Void> signal(Signal signal) {
        var type = signal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var shown = new Shown("signal." + type, address(signal.to()), signal.lastMessageId());
        return client.send(request(Ids.next().toString(), shown)).replaceWithVoid();
    }

    Uni<FetchedMedia> fetch(MediaRef ref) {
        if (!anyTarget && !Targets.isPublic(ref.url())) {
            return Uni.createFrom().failure(new MediaGoneException("The file's address is not one of the public"));
        }
        return client.send(ProviderRequest.get(URI.create(ref.url()), Map.of()).upTo(LARGEST_FILE))
                .map(WebhookSender::fetched);
    }

    private static FetchedMedia fetched(ProviderAnswer answer) {
        if (answer.isSuccess()) {
            return new FetchedMedia(answer.headers().get("Content-Type"), null, answer.body());
        }
        if (answer.isTemporary()) {
            throw new IllegalStateException("The file is not there yet: " + answer.status());
        }
        throw new MediaGoneException("The other system answered " + answer.status());
    }

    private ProviderRequest request(String id, Object data) {
        var timestamp = clock.instant().getEpochSecond();
        var body = body(data);
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                signature.sign(id, timestamp, body));
        return ProviderRequest.post(url, headers, body);
    }

    private static Answer answer(Outbound message) {
        return new Answer(
                "message.sent",
                message.messageId().toString(),
                message.conversationId().toString(),
                message.reference(),
                address(message.to()),
                message.inReplyTo(),
                message.authorName(),
                message.text(),
                message.content() instanceof Content.Text ? null : message.content(),
                message.files().stream()
                        .map(file -> new File(file.name(), file.mediaType(), file.content()))
                        .toList());
    }

    private static Map<String, String> address(Handle to) {
        return Map.of("kind", to.kind(), "value", to.value());
    }

    private byte[] body(Object data) {
        try {
            return mapper.writeValueAsString(data).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message; {@code content}: a template or choices, absent for a plain text. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Answer(
            String type,
            String messageId,
            String conversationId,
            String reference,
            Map<String, String> to,
            String inReplyTo,
            String author,
            String text,
            Content content,
            List<File> files) {}

    /** {@code content}: base64. */
    @RegisterForReflection
    record File(String name, String mediaType, byte[] content) {}

    /** {@code signal.typing}, {@code signal.typing-stopped} or {@code signal.read}. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(String type, Map<String, String> to, String messageId) {}
}
