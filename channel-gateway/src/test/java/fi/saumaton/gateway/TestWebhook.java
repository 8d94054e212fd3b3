/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import static io.restassured.RestAssured.given;

/** Another system that signs its messages; written from the standard, not from the gateway's code. */
public final class TestWebhook {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String channel;
    private final String user = "u-" + UUID.randomUUID();

    public TestWebhook(String channel) {
        this.channel = channel;
    }

    /** As the gateway keeps it: a user of this system and no other. */
    public String handle() {
        return channel + ":" + user;
    }

    public String key() {
        return "webhook:" + channel + "|" + user;
    }

    public Map<String, Object> message(String id, String text) {
        return Map.of(
                "messageId",
                id,
                "from",
                Map.of("kind", "webhook-user", "value", user, "displayName", "Mikko"),
                "text",
                text,
                "occurredAt",
                "2026-11-22T10:00:00Z");
    }

    public Response says(String text) {
        return post(json(message(UUID.randomUUID().toString(), text)));
    }

    public Response post(String body) {
        return post(body, Instant.now());
    }

    public Response post(String body, Instant at) {
        var id = UUID.randomUUID().toString();
        return post(body, id, at, signature(id, at.getEpochSecond(), body));
    }

    public Response post(String body, String id, Instant at, String signature) {
        return given().contentType(ContentType.JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/webhooks/" + channel);
    }

    public static String signature(String id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(TestSettings.WEBHOOK_SECRET), "HmacSHA256"));
            var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
