/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.ProviderRequest;

/** Answers as signed POSTs. Their {@code webhook-id} is the message's: the receiver can tell a repetition. */
final class WebhookSender {
    private final URI url;
    private final Signature signature;
    private final ProviderClient client;
    private final ObjectMapper mapper;
    private final Clock clock;

    WebhookSender(URI url, Signature signature, ProviderClient client, ObjectMapper mapper, Clock clock) {
        this.url = url;
        this.signature = signature;
        this.client = client;
        this.mapper = mapper;
        this.clock = clock;
    }

    Uni<DeliveryOutcome> send(Outbound message) {
        var id = message.messageId().toString();
        var timestamp = clock.instant().getEpochSecond();
        var body = body(message);
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                signature.sign(id, timestamp, body));
        return client.deliver(ProviderRequest.post(url, headers, body), answer -> answer.outcome(clock.instant()));
    }

    private byte[] body(Outbound message) {
        var to = Map.of("kind", message.to().kind(), "value", message.to().value());
        try {
            return mapper.writeValueAsString(new Answer(
                            "message.sent",
                            message.messageId().toString(),
                            message.conversationId().toString(),
                            message.reference(),
                            to,
                            message.inReplyTo(),
                            message.authorName(),
                            message.text()))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @RegisterForReflection
    record Answer(
            String type,
            String messageId,
            String conversationId,
            String reference,
            Map<String, String> to,
            String inReplyTo,
            String author,
            String text) {}
}
