/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The requests that the loads send: the same length of text whatever the door. */
final class Posts {

    static final String CHAT_PATH = "/api/v1/chat/messages";
    static final String SESSION_PATH = "/api/v1/chat/sessions";
    static final String WEBHOOK_PATH = "/api/v1/webhooks/bench";
    static final String BARE_PATH = "/messages";

    private static final String TEXT =
            "Hello, the chain of my saw runs dry after ten minutes although the tank is full;"
                    + " what should I look at first? ";

    private final SecretKeySpec webhookKey;

    Posts(String webhookSecret) {
        this.webhookKey = webhookSecret == null
                ? null
                : new SecretKeySpec(Base64.getDecoder().decode(webhookSecret), "HmacSHA256");
    }

    /** A request: where it goes, what it says besides, and its body. */
    record Post(String path, Map<String, String> headers, byte[] body) {}

    static Post chat(String visitorToken, String text) {
        var body = "{\"clientMessageId\":\"" + UUID.randomUUID() + "\",\"text\":\"" + text + "\"}";
        return new Post(CHAT_PATH, Map.of("Authorization", "Bearer " + visitorToken), bytes(body));
    }

    static Post chat(String visitorToken) {
        return chat(visitorToken, TEXT);
    }

    /** A new visitor's browser opens the chat. */
    static Post session() {
        return new Post(SESSION_PATH, Map.of(), bytes("{\"channel\":\"webchat:shop\"}"));
    }

    static Post bare() {
        return new Post(
                BARE_PATH,
                Map.of(),
                bytes("{\"clientMessageId\":\"" + UUID.randomUUID() + "\",\"text\":\"" + TEXT + "\"}"));
    }

    /** A webhook signed as Standard Webhooks has it: HMAC-SHA256 over {@code id.timestamp.body}. */
    Post webhook(int sender) {
        var id = UUID.randomUUID().toString();
        var now = Instant.now();
        var body = "{\"messageId\":\"" + id + "\",\"from\":{\"kind\":\"webhook-user\",\"value\":\"bench-" + sender
                + "\"},\"text\":\"" + TEXT + "\",\"occurredAt\":\"" + now + "\"}";
        var timestamp = String.valueOf(now.getEpochSecond());
        return new Post(
                WEBHOOK_PATH,
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", timestamp,
                        "webhook-signature", "v1," + sign(id + "." + timestamp + "." + body)),
                bytes(body));
    }

    private String sign(String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(webhookKey);
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(content)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
