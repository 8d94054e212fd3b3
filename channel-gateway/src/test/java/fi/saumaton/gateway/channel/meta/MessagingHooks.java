/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Hooks of Messenger and Instagram, written from their description. */
final class MessagingHooks {
    static final String CHANNEL = "messenger:shop";
    static final String PAGE = "4001";
    static final String CUSTOMER = "70001";
    static final Instant RECEIVED = Instant.parse("2026-11-22T10:00:00Z");

    private MessagingHooks() {}

    static String event(String content) {
        return event(CUSTOMER, PAGE, content);
    }

    static String event(String sender, String recipient, String content) {
        return "{\"sender\":{\"id\":\"%s\"},\"recipient\":{\"id\":\"%s\"},\"timestamp\":1795341600123,%s}"
                .formatted(sender, recipient, content);
    }

    static String hook(String object, String account, String... events) {
        return "{\"object\":\"%s\",\"entry\":[{\"id\":\"%s\",\"time\":1795341600456,\"messaging\":[%s]}]}"
                .formatted(object, account, String.join(",", events));
    }

    static String changes(String object, String account, String... changes) {
        return "{\"object\":\"%s\",\"entry\":[{\"id\":\"%s\",\"time\":1795341600,\"changes\":[%s]}]}"
                .formatted(object, account, String.join(",", changes));
    }

    static Parsed parse(Platform platform, String body) {
        return new MessagingParser(platform, new ObjectMapper(), account -> account.equals(PAGE) ? CHANNEL : null)
                .parse(raw(body.getBytes(UTF_8)));
    }

    static RawInbound raw(byte[] body) {
        return new RawInbound(CHANNEL, RECEIVED, "application/json", Map.of(), body);
    }
}
