/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A shop that proves who is logged in. Its key is the same wherever this class is loaded. */
public final class TestShop {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyPair KEYS = keys();

    private TestShop() {}

    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    /** The claims of a good token; tests change what shall be wrong. */
    public static Map<String, Object> claims(String customer, String email, String name) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", customer);
        claims.put("email", email);
        claims.put("name", name);
        claims.put("aud", "webchat:shop");
        claims.put("exp", Instant.now().plusSeconds(300).getEpochSecond());
        return claims;
    }

    public static String token(String customer, String email, String name) {
        return sign("EdDSA", claims(customer, email, name), KEYS.getPrivate());
    }

    public static String token(Map<String, Object> claims) {
        return sign("EdDSA", claims, KEYS.getPrivate());
    }

    public static String sign(String algorithm, Map<String, Object> claims, PrivateKey key) {
        try {
            var content = encoded(Map.of("alg", algorithm, "typ", "JWT")) + "." + encoded(claims);
            var signature = Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, Object> part) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new AlwaysTheSame());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not random at all: two class loaders must get one key. */
    private static final class AlwaysTheSame extends SecureRandom {
        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (i * 31 + 7);
            }
        }
    }
}
