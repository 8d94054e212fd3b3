/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.ProviderRequest;
import fi.saumaton.gateway.channel.webhook.Signature;

/** Asks one exchange to call somebody. */
final class DialRequests {
    private final URI url;
    private final Signature signature;
    private final ProviderClient client;
    private final ObjectMapper mapper;
    private final Clock clock;

    DialRequests(URI url, Signature signature, ProviderClient client, ObjectMapper mapper, Clock clock) {
        this.url = url;
        this.signature = signature;
        this.client = client;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * The request's body.
     *
     * @param requestId the exchange calls once for each
     * @param agentNumber rings first
     * @param number the customer's, E.164
     */
    @RegisterForReflection
    record Dial(String event, String requestId, String conversationId, String agentNumber, String number) {}

    Uni<ProviderAnswer> send(Dial dial) {
        var body = body(dial);
        var timestamp = clock.instant().getEpochSecond();
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "webhook-id",
                dial.requestId(),
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                signature.sign(dial.requestId(), timestamp, body));
        return client.send(ProviderRequest.post(url, headers, body));
    }

    private byte[] body(Dial dial) {
        try {
            return mapper.writeValueAsString(dial).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
