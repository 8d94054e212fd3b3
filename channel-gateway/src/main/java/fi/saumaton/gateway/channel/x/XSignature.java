/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How X signs a hook and has us answer its challenge: {@code sha256=} and base64 of HMAC-SHA256 with the consumer secret. */
final class XSignature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";

    private final SecretKeySpec key;

    XSignature(String consumerSecret) {
        key = new SecretKeySpec(consumerSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The {@code response_token} for a {@code crc_token}. */
    String answer(String crcToken) {
        return sign(crcToken.getBytes(StandardCharsets.UTF_8));
    }

    String sign(byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return PREFIX + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code signature}: the header {@code x-twitter-webhooks-signature}. */
    boolean isRight(byte[] body, String signature) {
        return MessageDigest.isEqual(
                sign(body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
