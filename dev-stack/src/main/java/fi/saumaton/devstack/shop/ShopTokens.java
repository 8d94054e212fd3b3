/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tells the gateway who is logged in at the shop; made anew at every page load. */
final class ShopTokens {
    static final String AUDIENCE = "webchat:shop";

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrivateKey key;

    ShopTokens(PrivateKey key) {
        this.key = key;
    }

    String of(Shopper shopper) {
        var now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", shopper.customerNumber());
        claims.put("email", shopper.email());
        claims.put("name", shopper.name());
        claims.put("aud", AUDIENCE);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        return signed(Map.of("alg", "EdDSA", "typ", "JWT"), claims);
    }

    private String signed(Map<String, Object> header, Map<String, Object> claims) {
        try {
            var content = encoded(JSON.writeValueAsBytes(header)) + "." + encoded(JSON.writeValueAsBytes(claims));
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
