/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.kit.web.Problem;

/**
 * Checks tokens with which a shop proves who is logged in: JWS by the registered key and by nothing else. The key decides the algorithm (Ed25519: EdDSA, RSA:
 * RS256), never the token's header.
 */
final class ShopTokens {
    static final String SHOP_CUSTOMER = "shop-customer";

    private static final String EVIDENCE = "shop-token";
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_TOKEN = 4096;
    private static final int LONGEST_SUBJECT = 200;

    private final PublicKey key;
    private final String audience;
    private final ObjectMapper mapper;
    private final Clock clock;

    ShopTokens(String publicKey, String audience, ObjectMapper mapper, Clock clock) {
        this.key = key(publicKey);
        this.audience = audience;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Who is logged in at the shop. */
    record Proof(List<Handle> handles, String displayName) {}

    /** The proof of a valid token; otherwise a problem (401), which says what is wrong with it. */
    Proof verify(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3 || token.length() > LONGEST_TOKEN) {
            throw refused("It is no compact JWS");
        }
        var header = json(parts[0]);
        if (!algorithm().equals(header.path("alg").asText()) || header.has("crit")) {
            throw refused("Its algorithm is not the registered key's");
        }
        if (!signed(parts)) {
            throw refused("Its signature is wrong");
        }
        return proof(json(parts[1]));
    }

    private Proof proof(JsonNode claims) {
        var now = clock.instant();
        var expires = time(claims, "exp");
        if (expires == null || !now.isBefore(expires.plus(SKEW))) {
            throw refused("It has expired, or names no exp");
        }
        if (expires.isAfter(now.plus(LONGEST_LIFE).plus(SKEW))) {
            throw refused("It is good for more than ten minutes");
        }
        if (isAhead(time(claims, "nbf"), now) || isAhead(time(claims, "iat"), now)) {
            throw refused("Its time has not come yet");
        }
        if (!isForUs(claims.path("aud"))) {
            throw refused("It is meant for another audience");
        }
        var subject = claims.path("sub").asText("").strip();
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw refused("It names no sub");
        }
        return new Proof(handles(subject, claims), claims.path("name").asText(null));
    }

    private static List<Handle> handles(String subject, JsonNode claims) {
        var handles = new ArrayList<Handle>();
        handles.add(Handle.proven(SHOP_CUSTOMER, subject, EVIDENCE));
        var email = claims.path("email").asText("").strip().toLowerCase(Locale.ROOT);
        if (Addresses.isEmail(email) && claims.path("email_verified").asBoolean(true)) {
            handles.add(Handle.proven("email", email, EVIDENCE));
        }
        return handles;
    }

    private boolean isForUs(JsonNode named) {
        if (named.isArray()) {
            for (var one : named) {
                if (audience.equals(one.asText())) {
                    return true;
                }
            }
            return false;
        }
        return audience.equals(named.asText());
    }

    private static boolean isAhead(Instant time, Instant now) {
        return time != null && time.isAfter(now.plus(SKEW));
    }

    private static Instant time(JsonNode claims, String name) {
        var value = claims.path(name);
        return value.isNumber() ? Instant.ofEpochSecond(value.asLong()) : null;
    }

    private String algorithm() {
        return key.getAlgorithm().equals("RSA") ? "RS256" : "EdDSA";
    }

    private boolean signed(String[] parts) {
        try {
            var signature = Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + '.' + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private JsonNode json(String part) {
        try {
            var node = mapper.readTree(Base64.getUrlDecoder().decode(part));
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused("It is not readable");
        }
        throw refused("It is not readable");
    }

    private static PublicKey key(String base64) {
        var spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        for (var algorithm : List.of("Ed25519", "RSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(spec);
            } catch (GeneralSecurityException e) {
                // the next one, then
            }
        }
        throw new IllegalArgumentException("A web chat's token-public-key is neither Ed25519 nor RSA in X.509 form");
    }

    private static Problem refused(String why) {
        return new Problem(WebchatProblem.SHOP_TOKEN_REFUSED, "The shop's token is refused. " + why);
    }
}
