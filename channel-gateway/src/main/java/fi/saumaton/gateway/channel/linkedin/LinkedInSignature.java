/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How LinkedIn signs: hex of HMAC-SHA256 with the client secret; before a body, though not in the header, stands a prefix. */
final class LinkedInSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PREFIX = "hmacsha256=".getBytes(StandardCharsets.UTF_8);

    private final SecretKeySpec key;

    LinkedInSignature(String clientSecret) {
        key = new SecretKeySpec(clientSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The {@code challengeResponse} for a {@code challengeCode}. */
    String answer(String challengeCode) {
        return hex(new byte[0], challengeCode.getBytes(StandardCharsets.UTF_8));
    }

    String sign(byte[] body) {
        return hex(PREFIX, body);
    }

    /** {@code signature}: the header {@code X-LI-Signature}, the digest alone. */
    boolean isRight(byte[] body, String signature) {
        return MessageDigest.isEqual(
                sign(body).getBytes(StandardCharsets.UTF_8),
                signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private String hex(byte[] prefix, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(prefix);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
