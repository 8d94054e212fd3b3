/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Access tokens as Keycloak makes them, signed with a key that only component tests trust. The key pair is a fixture in
 * the source tree: it opens nothing but a test.
 */
public final class TestTokens {
    public static final String ISSUER = "http://localhost:8180/realms/saumaton";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFE = Duration.ofMinutes(10);

    private TestTokens() {}

    /** Somebody who has signed in, with realm roles. A supervisor is an agent too, as in the realm. */
    public static String person(String name, String... roles) {
        return sign(personClaims(name, List.of(roles)), privateKey());
    }

    /** A partner's or back office's own token, with scopes. */
    public static String client(String id, String... scopes) {
        var claims = claims(subject(id));
        claims.put("client_id", id);
        claims.put("azp", id);
        claims.put("preferred_username", "service-account-" + id);
        claims.put("scope", String.join(" ", scopes));
        return sign(claims, privateKey());
    }

    /** A person's token whose time is over. */
    public static String expired(String name, String... roles) {
        var claims = personClaims(name, List.of(roles));
        claims.put("iat", Instant.now().minus(LIFE.multipliedBy(2)).getEpochSecond());
        claims.put("exp", Instant.now().minus(LIFE).getEpochSecond());
        return sign(claims, privateKey());
    }

    /** A person's token with the signature of a key that nobody knows. */
    public static String forged(String name, String... roles) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return sign(
                    personClaims(name, List.of(roles)),
                    generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The {@code sub} of a person or client, always the same for the same name. */
    public static UUID subject(String name) {
        return UUID.nameUUIDFromBytes(("saumaton-test:" + name).getBytes(StandardCharsets.UTF_8));
    }

    /** The name shown for a person: jenni is Jenni. */
    public static String displayName(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** For {@code quarkus.oidc.public-key}: base64 of the key's X.509 form. */
    public static String publicKey() {
        return fixture("test-public-key.pem");
    }

    private static Map<String, Object> personClaims(String name, List<String> roles) {
        var claims = claims(subject(name));
        claims.put("azp", "desk");
        claims.put("upn", name);
        claims.put("preferred_username", name);
        claims.put("name", displayName(name));
        claims.put("realm_access", Map.of("roles", roles));
        claims.put("scope", "openid profile email");
        return claims;
    }

    private static Map<String, Object> claims(UUID subject) {
        var now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", ISSUER);
        claims.put("aud", "account");
        claims.put("typ", "Bearer");
        claims.put("sub", subject.toString());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        return claims;
    }

    private static String sign(Map<String, Object> claims, PrivateKey key) {
        try {
            var content = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, Object> part) throws JsonProcessingException {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(part));
    }

    private static PrivateKey privateKey() {
        try {
            var bytes = Base64.getDecoder().decode(fixture("test-private-key.pem"));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fixture(String name) {
        try (var file = TestTokens.class.getResourceAsStream("/fi/saumaton/devstack/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .replaceAll("-----[A-Z ]+-----", "")
                    .replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
