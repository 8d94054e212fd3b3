/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.WebClient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Outbound;

/** Answers as signed POSTs. Their {@code webhook-id} is the message's: the receiver can tell a repetition. */
final class WebhookSender {
    private static final long TIMEOUT_MILLIS = 15_000;

    private final URI url;
    private final Signature signature;
    private final WebClient client;
    private final ObjectMapper mapper;
    private final Clock clock;

    WebhookSender(URI url, Signature signature, WebClient client, ObjectMapper mapper, Clock clock) {
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
        return client.postAbs(url.toString())
                .timeout(TIMEOUT_MILLIS)
                .putHeader("Content-Type", "application/json")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", signature.sign(id, timestamp, body))
                .sendBuffer(Buffer.buffer(body))
                .map(response -> outcome(response.statusCode()))
                .onFailure(WebhookSender::neverArrived)
                .recoverWithItem(failure -> new DeliveryOutcome.TemporaryFailure("The receiver cannot be reached"))
                .onFailure()
                .recoverWithItem(failure -> new DeliveryOutcome.Uncertain("The receiver did not answer"));
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

    private static DeliveryOutcome outcome(int status) {
        if (status / 100 == 2) {
            return DeliveryOutcome.sent();
        }
        var reason = "The receiver answered " + status;
        return status == 408 || status == 425 || status == 429 || status >= 500
                ? new DeliveryOutcome.TemporaryFailure(reason)
                : new DeliveryOutcome.FinalFailure(reason);
    }

    private static boolean neverArrived(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof UnknownHostException;
    }
}
