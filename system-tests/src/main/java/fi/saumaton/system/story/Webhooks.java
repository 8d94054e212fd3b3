/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A system that brings its messages by signed webhook (Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body}). */
public final class Webhooks {

    private final Api api;
    private final String channel;
    private final SecretKeySpec key;

    /**
     * @param channel name of the configured webhook channel
     * @param secret the shared secret, base64
     */
    public Webhooks(Doors doors, String channel, String secret) {
        this.api = Api.anonymous(doors.gateway());
        this.channel = channel;
        this.key = new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256");
    }

    /** Delivers one message, properly signed. */
    public Api.Answer deliver(String messageId, String sender, String text) {
        var body = Api.write(Map.of(
                "messageId",
                messageId,
                "from",
                Map.of("kind", "webhook-user", "value", sender),
                "text",
                text,
                "occurredAt",
                Instant.now().toString()));
        return deliverRaw(messageId, Instant.now(), body);
    }

    /** Delivers any body under any time, properly signed. */
    public Api.Answer deliverRaw(String id, Instant at, String body) {
        var timestamp = String.valueOf(at.getEpochSecond());
        return deliverSigned(id, timestamp, "v1," + sign(id + "." + timestamp + "." + body), body);
    }

    /** Delivers under any signature. */
    public Api.Answer deliverSigned(String id, String timestamp, String signature, String body) {
        return api.postRaw(
                "/api/v1/webhooks/" + channel,
                body.getBytes(StandardCharsets.UTF_8),
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                signature);
    }

    private String sign(String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
