/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import fi.saumaton.gateway.channel.UnreadableInboundException;

/** Reads what comes: a message (without a type, or {@code message}), a status, or something else that is JSON. */
final class WebhookReader {
    private static final String MESSAGE = "message";

    private final ObjectMapper mapper;
    private final ObjectReader messages;

    WebhookReader(ObjectMapper mapper) {
        this.mapper = mapper;
        this.messages = mapper.readerFor(WebhookMessage.class);
    }

    /** A {@link WebhookMessage}, a {@link WebhookStatus} or a {@link JsonNode}; throws when it is no JSON object. */
    Object read(byte[] body) {
        try {
            WebhookMessage message = messages.readValue(body);
            if (message != null && isMessage(message.type())) {
                return message;
            }
        } catch (IOException e) {
            return other(body);
        }
        return other(body);
    }

    private Object other(byte[] body) {
        try {
            var node = mapper.readTree(body);
            if (node == null || !node.isObject()) {
                throw new UnreadableInboundException("The body is no JSON object");
            }
            if (node.path("type").asText().equals(WebhookStatus.TYPE)) {
                return mapper.treeToValue(node, WebhookStatus.class);
            }
            if (isMessage(node.path("type").asText(null))) {
                throw new UnreadableInboundException("A member of the message has the wrong form");
            }
            return node;
        } catch (IOException e) {
            throw new UnreadableInboundException("The body is not readable as JSON", e);
        }
    }

    private static boolean isMessage(String type) {
        return type == null || type.equals(MESSAGE);
    }
}
