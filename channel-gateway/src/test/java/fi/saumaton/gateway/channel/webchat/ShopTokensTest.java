/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.TestShop;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.kit.web.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShopTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final KeyPair ED = keys("Ed25519");
    private static final KeyPair RSA = keys("RSA");

    private static KeyPair keys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ShopTokens checker(KeyPair keys) {
        var key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        return new ShopTokens(key, "webchat:shop", new ObjectMapper(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", "4711");
        claims.put("email", " Mikko@Example.test ");
        claims.put("name", "Mikko");
        claims.put("aud", "webchat:shop");
        claims.put("exp", NOW.plusSeconds(600).getEpochSecond());
        return claims;
    }

    private static Map<String, Object> claims(String name, Object value) {
        var claims = claims();
        claims.put(name, value);
        return claims;
    }

    private static String refusal(String token) {
        var problem = assertThrows(Problem.class, () -> checker(ED).verify(token));
        assertEquals("shop-token-refused", problem.type().slug());
        assertEquals(401, problem.type().status());
        return problem.getMessage();
    }

    private static String refusal(Map<String, Object> claims) {
        return refusal(TestShop.sign("EdDSA", claims, ED.getPrivate()));
    }

    @Test
    void ed25519AndRsaProveWhoIsLoggedIn() {
        for (var keys : List.of(ED, RSA)) {
            var algorithm = keys == RSA ? "RS256" : "EdDSA";
            var proof = checker(keys).verify(TestShop.sign(algorithm, claims(), keys.getPrivate()));
            assertEquals("Mikko", proof.displayName());
            assertEquals(
                    List.of(
                            Handle.proven("shop-customer", "4711", "shop-token"),
                            Handle.proven("email", "mikko@example.test", "shop-token")),
                    proof.handles());
        }
    }

    /** The key and signature of RFC 8037, appendix A: its payload is no JSON, but by then the signature was found right. */
    @Test
    void theVectorOfRfc8037VerifiesAndAChangedOneDoesNot() {
        var raw = Base64.getUrlDecoder().decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        var spki = new byte[44];
        System.arraycopy(HexFormat.of().parseHex("302a300506032b6570032100"), 0, spki, 0, 12);
        System.arraycopy(raw, 0, spki, 12, 32);
        var checker =
                new ShopTokens(Base64.getEncoder().encodeToString(spki), "x", new ObjectMapper(), Clock.systemUTC());
        var signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.";
        var signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
        assertEquals(
                "The shop's token is refused. It is not readable",
                assertThrows(Problem.class, () -> checker.verify(signed + signature))
                        .getMessage());
        assertEquals(
                "The shop's token is refused. Its signature is wrong",
                assertThrows(Problem.class, () -> checker.verify(signed + "A" + signature.substring(1)))
                        .getMessage());
    }

    @Test
    void onlyTheRegisteredKeyCounts() {
        assertTrue(refusal(TestShop.sign("EdDSA", claims(), keys("Ed25519").getPrivate()))
                .contains("signature"));
    }

    @Test
    void theTokenDoesNotChooseItsAlgorithm() {
        for (var algorithm : List.of("none", "HS256", "RS256", "ES256")) {
            assertTrue(
                    refusal(TestShop.sign(algorithm, claims(), ED.getPrivate())).contains("algorithm"), algorithm);
        }
    }

    @Test
    void timeIsCheckedWithHalfAMinuteOfClockSkew() {
        assertTrue(refusal(claims("exp", NOW.minusSeconds(30).getEpochSecond())).contains("expired"));
        assertTrue(refusal(claims("exp", NOW.plusSeconds(631).getEpochSecond())).contains("ten minutes"));
        assertTrue(refusal(claims("exp", "tomorrow")).contains("exp"));
        assertTrue(refusal(claims("nbf", NOW.plusSeconds(31).getEpochSecond())).contains("not come"));
        assertTrue(refusal(claims("iat", NOW.plusSeconds(31).getEpochSecond())).contains("not come"));
        var justOver = claims("exp", NOW.minusSeconds(29).getEpochSecond());
        assertEquals(
                "Mikko",
                checker(ED)
                        .verify(TestShop.sign("EdDSA", justOver, ED.getPrivate()))
                        .displayName());
    }

    @Test
    void itMustBeMeantForThisChannel() {
        assertTrue(refusal(claims("aud", "webchat:other")).contains("audience"));
        assertTrue(refusal(claims("aud", List.of("a", "b"))).contains("audience"));
        var several = claims("aud", List.of("a", "webchat:shop"));
        assertEquals(
                "Mikko",
                checker(ED)
                        .verify(TestShop.sign("EdDSA", several, ED.getPrivate()))
                        .displayName());
    }

    @Test
    void itMustNameSomebody() {
        assertTrue(refusal(claims("sub", "  ")).contains("sub"));
        assertTrue(refusal(claims("sub", "x".repeat(201))).contains("sub"));
    }

    @Test
    void anAddressThatTheShopHasNotVerifiedProvesNothing() {
        var unverified = claims("email_verified", false);
        var proof = checker(ED).verify(TestShop.sign("EdDSA", unverified, ED.getPrivate()));
        assertEquals(List.of(Handle.proven("shop-customer", "4711", "shop-token")), proof.handles());
    }

    @Test
    void rubbishIsRefusedToo() {
        for (var rubbish : List.of("", "a", "a.b", "a.b.c", "....", "e30.e30.e30", "x".repeat(5000))) {
            refusal(rubbish);
        }
    }
}
