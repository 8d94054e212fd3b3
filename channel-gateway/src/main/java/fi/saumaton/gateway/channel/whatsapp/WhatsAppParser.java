/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.Unsupported;

/** Understands a hook of the Cloud API: customers' messages, calls and preferences, and what became of our own messages. */
final class WhatsAppParser {
    private static final String OBJECT = "whatsapp_business_account";

    /** What a number that is used in the app on a phone, too, hands over: nobody's new message. */
    private static final Set<String> LEFT_OUT = Set.of("history", "smb_app_state_sync", "smb_message_echoes");

    private final ObjectMapper mapper;
    private final UnaryOperator<String> channelOfNumber;

    /** @param channelOfNumber the channel that a number of ours is, by Meta's id of the number; null for a number we don't have */
    WhatsAppParser(ObjectMapper mapper, UnaryOperator<String> channelOfNumber) {
        this.mapper = mapper;
        this.channelOfNumber = channelOfNumber;
    }

    Parsed parse(RawInbound raw) {
        var root = read(raw.body());
        if (!root.path("object").asText("").equals(OBJECT)) {
            throw new UnreadableInboundException("The body is not WhatsApp's");
        }
        var found = new Parsed(new ArrayList<>(), new ArrayList<>(), List.of(), new ArrayList<>());
        Envelope.changes(root).stream()
                .filter(change -> !LEFT_OUT.contains(change.field()))
                .forEach(change -> take(change, raw, found));
        return found;
    }

    /** What holds no update of a customer is kept as it came. */
    private void take(Envelope.Change change, RawInbound raw, Parsed found) {
        boolean any = false;
        for (var kind : Envelope.UPDATES) {
            for (var update : change.updates(kind)) {
                if (!take(change, kind, update, raw.receivedAt(), found)) {
                    found.unsupported().add(new Unsupported(raw.channel(), kind, update.toString()));
                }
                any = true;
            }
        }
        if (!any) {
            found.unsupported()
                    .add(new Unsupported(
                            raw.channel(), change.field(), change.value().toString()));
        }
    }

    /** Whether it is something that is known here. */
    private boolean take(Envelope.Change change, String kind, JsonNode update, Instant receivedAt, Parsed found) {
        var channel = channel(change);
        var at = Times.seconds(update.path("timestamp"), receivedAt);
        return switch (kind) {
            case Envelope.STATUSES ->
                StatusReader.read(channel, update, at)
                        .map(found.receipts()::add)
                        .orElse(false);
            case Envelope.MESSAGES -> found.messages().add(message(channel, change, update, at));
            case Envelope.CALLS ->
                CallReader.read(channel, change, update, at)
                        .map(found.messages()::add)
                        .orElse(false);
            default -> found.messages().add(PreferenceReader.read(channel, change, update, at));
        };
    }

    private String channel(Envelope.Change change) {
        var channel = channelOfNumber.apply(change.numberId());
        if (channel == null) {
            throw new UnreadableInboundException("No channel is configured for the number the message came to");
        }
        return channel;
    }

    private static Inbound message(String channel, Envelope.Change change, JsonNode message, Instant at) {
        var id = message.path("id").asText("");
        var user = change.user(Envelope.MESSAGES, message);
        if (id.isBlank() || !user.isKnown()) {
            throw new UnreadableInboundException("A message names neither itself nor its sender");
        }
        return Inbounds.of(
                channel, id, user, NumberChange.sender(user, message), MessageReader.read(message), message, at);
    }

    private JsonNode read(byte[] body) {
        try {
            var root = mapper.readTree(body);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (IOException e) {
            throw new UnreadableInboundException("The body is not readable as JSON", e);
        }
        throw new UnreadableInboundException("The body is no JSON object");
    }
}
