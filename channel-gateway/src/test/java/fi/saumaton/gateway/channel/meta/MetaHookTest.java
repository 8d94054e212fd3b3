/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.vertx.core.MultiMap;

import fi.saumaton.gateway.channel.HookChannel.Verdict;
import fi.saumaton.gateway.channel.HookRequest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MetaHookTest {
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    private final MetaHook hook = new MetaHook(new App());

    /** What a test configures. */
    record App(String appSecret, String verifyToken, String accessToken, URI baseUrl, String version)
            implements MetaApp {
        App() {
            this("app-secret", "our token", "access-token", URI.create("http://localhost"), "v26.0");
        }
    }

    private static HookRequest request(String method, Map<String, String> headers, Map<String, String> query) {
        return new HookRequest(
                method,
                "https://service.example/api/v1/hooks/whatsapp/service",
                "",
                MultiMap.caseInsensitiveMultiMap().addAll(headers),
                MultiMap.caseInsensitiveMultiMap().addAll(query),
                method.equals("GET") ? new byte[0] : BODY,
                Instant.EPOCH);
    }

    private static Map<String, String> asking(String mode, String token) {
        return Map.of("hub.mode", mode, "hub.challenge", "1158201444", "hub.verify_token", token);
    }

    @Test
    void whoKnowsTheTokenGetsTheChallengeBack() {
        var answer = hook.handshake(request("GET", Map.of(), asking("subscribe", "our token")))
                .orElseThrow();
        assertEquals(200, answer.status());
        assertEquals("text/plain", answer.contentType());
        assertEquals("1158201444", new String(answer.body(), UTF_8));
    }

    @Test
    void anybodyElseIsRefused() {
        for (var query : List.of(
                asking("subscribe", "another token"),
                asking("unsubscribe", "our token"),
                Map.of("hub.challenge", "1"))) {
            var answer = hook.handshake(request("GET", Map.of(), query));
            assertEquals(403, answer.orElseThrow().status());
        }
    }

    @Test
    void aPostIsNoHandshake() {
        assertTrue(hook.handshake(request("POST", Map.of(), asking("subscribe", "our token")))
                .isEmpty());
        assertTrue(hook.handshake(request("GET", Map.of(), Map.of())).isEmpty());
    }

    @Test
    void theSignatureIsOfTheSecretAndOfTheseBytes() {
        var right = new HubSignature("app-secret").sign(BODY);
        assertEquals(Verdict.RIGHT, hook.verify(request("POST", Map.of("x-hub-signature-256", right), Map.of())));
        assertEquals(Verdict.MISSING, hook.verify(request("POST", Map.of(), Map.of())));
        var wrong = new HubSignature("our token").sign(BODY);
        assertEquals(Verdict.WRONG, hook.verify(request("POST", Map.of("X-Hub-Signature-256", wrong), Map.of())));
    }
}
