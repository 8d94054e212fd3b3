/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import fi.saumaton.gateway.channel.HookChannel.Verdict;

/** Standard Webhooks: {@code v1,<base64 HMAC-SHA256 of id.timestamp.body>}, over the raw bytes. */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";
    private static final String SECRET_PREFIX = "whsec_";
    /** Bytes; Standard Webhooks asks for 24 to 64. */
    private static final int SHORTEST_SECRET = 24;

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final List<SecretKeySpec> keys;

    /** The first secret is the one of today; what was signed with another is right, too. */
    public Signature(String... secrets) {
        keys = Arrays.stream(secrets).map(Signature::key).toList();
    }

    private static SecretKeySpec key(String secret) {
        var base64 = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("a webhook's secret has less than " + SHORTEST_SECRET + " bytes");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    public String sign(String id, long timestamp, byte[] body) {
        return keys.stream()
                .map(key -> VERSION + Base64.getEncoder().encodeToString(mac(key, id, Long.toString(timestamp), body)))
                .collect(Collectors.joining(" "));
    }

    /** {@code signatures}: one or more, separated by spaces, for keys in rotation. All of it may be null: then it is missing. */
    public Verdict check(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (id == null || timestamp == null || signatures == null) {
            return Verdict.MISSING;
        }
        if (!isRight(id, timestamp, signatures, body)) {
            return Verdict.WRONG;
        }
        return isFresh(timestamp, now) ? Verdict.RIGHT : Verdict.STALE;
    }

    private boolean isRight(String id, String timestamp, String signatures, byte[] body) {
        boolean right = false;
        for (var key : keys) {
            var expected = mac(key, id, timestamp, body);
            for (var signature : signatures.split(" ")) {
                if (signature.startsWith(VERSION)) {
                    right |= MessageDigest.isEqual(expected, decode(signature.substring(VERSION.length())));
                }
            }
        }
        return right;
    }

    private static boolean isFresh(String timestamp, Instant now) {
        try {
            var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private static byte[] mac(SecretKeySpec key, String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
