/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.io.IOException;
import java.time.Instant;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.Unsupported;

/** Understands a hook of Messenger or Instagram: messages, comments, and what became of our own messages. */
final class MessagingParser {
    private final Platform platform;
    private final ObjectMapper mapper;
    private final UnaryOperator<String> channelOfAccount;

    /** @param channelOfAccount the channel that a page or account of ours is, by Meta's id; null for one we don't have */
    MessagingParser(Platform platform, ObjectMapper mapper, UnaryOperator<String> channelOfAccount) {
        this.platform = platform;
        this.mapper = mapper;
        this.channelOfAccount = channelOfAccount;
    }

    Parsed parse(RawInbound raw) {
        var root = read(raw.body());
        if (!root.path("object").asText("").equals(platform.object())) {
            throw new UnreadableInboundException("The body is not of " + platform.kind());
        }
        var reader = new MessagingReader(platform, raw.receivedAt());
        for (var entry : root.path("entry")) {
            var account = entry.path("id").asText("");
            var channel = channel(account);
            entry.path(MessagingSlices.MESSAGING).forEach(event -> reader.read(channel, event));
            entry.path(MessagingSlices.CHANGES)
                    .forEach(change -> change(reader, channel, account, change, at(entry, raw.receivedAt())));
        }
        return new Parsed(reader.messages, reader.receipts, reader.watermarks, reader.unsupported);
    }

    private void change(MessagingReader reader, String channel, String account, JsonNode change, Instant at) {
        var comment = Comment.read(platform, channel, account, change, at);
        if (comment.isPresent()) {
            reader.messages.add(comment.get());
        } else if (!Comment.author(change).equals(account)) {
            reader.unsupported.add(new Unsupported(channel, change.path("field").asText(""), change.toString()));
        }
    }

    private static Instant at(JsonNode entry, Instant receivedAt) {
        return MessagingEvent.instant(entry.path("time").asLong(0), receivedAt);
    }

    private String channel(String account) {
        var channel = channelOfAccount.apply(account);
        if (channel == null) {
            throw new UnreadableInboundException("No channel is configured for the account the message came to");
        }
        return channel;
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
