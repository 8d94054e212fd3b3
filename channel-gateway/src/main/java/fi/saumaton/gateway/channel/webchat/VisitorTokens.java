/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/**
 * Makes and checks visitors' tokens: {@code v1.<payload>.<HMAC-SHA256>}, both base64url. Everything that accepting a message needs stands in the token, so no
 * database is asked.
 */
@ApplicationScoped
class VisitorTokens {
    private static final Logger LOG = Logger.getLogger(VisitorTokens.class);
    private static final String VERSION = "v1.";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;
    private static final int LONGEST_TOKEN = 4096;

    private final SecretKeySpec key;
    private final ObjectMapper mapper;
    private final Clock clock;

    VisitorTokens(VisitorConfig config, ObjectMapper mapper, Clock clock) {
        this.key = new SecretKeySpec(
                config.tokenSecret().map(VisitorTokens::secret).orElseGet(VisitorTokens::freshSecret), ALGORITHM);
        this.mapper = mapper;
        this.clock = clock;
    }

    private static byte[] secret(String base64) {
        var secret = Base64.getDecoder().decode(base64);
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("saumaton.visitor.token-secret has less than 32 bytes");
        }
        return secret;
    }

    private static byte[] freshSecret() {
        LOG.warn(
                "saumaton.visitor.token-secret is not set: chat visitors start anew after a restart, and with each replica");
        var secret = new byte[SHORTEST_SECRET];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    String issue(Visitor visitor) {
        var content = VERSION + payload(visitor);
        return content + '.' + encode(mac(content));
    }

    /** The visitor of a valid token; otherwise a problem (401). */
    Visitor verify(String token) {
        if (token == null || token.length() > LONGEST_TOKEN || !token.startsWith(VERSION)) {
            throw invalid();
        }
        int dot = token.lastIndexOf('.');
        if (dot < VERSION.length()
                || !MessageDigest.isEqual(mac(token.substring(0, dot)), decode(token.substring(dot + 1)))) {
            throw invalid();
        }
        var visitor = visitor(token.substring(VERSION.length(), dot));
        if (!clock.instant().isBefore(visitor.expiresAt())) {
            throw new Problem(CommonProblem.UNAUTHORISED, "The visitor's token has expired").with("reason", "expired");
        }
        return visitor;
    }

    /** The token of {@code Authorization: Bearer …}; a problem (401) when it is missing or no good. */
    Visitor verifyHeader(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw invalid();
        }
        return verify(authorization.substring(7).strip());
    }

    /** The middle of a token, as it travels with a record inside the platform. */
    String payload(Visitor visitor) {
        try {
            return encode(mapper.writeValueAsBytes(visitor));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Visitor visitor(String payload) {
        try {
            return mapper.readValue(decode(payload), Visitor.class);
        } catch (IOException e) {
            throw invalid();
        }
    }

    private byte[] mac(String content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return new Problem(CommonProblem.UNAUTHORISED, "The visitor's token is missing or not valid")
                .with("reason", "invalid");
    }
}
