/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TestTokensTest {
    @Test
    void aPersonHasNameRolesAndAStableSubject() throws Exception {
        var token = TestTokens.person("jenni", "agent");
        assertTrue(proven(token));
        var claims = claims(token);
        assertEquals("Jenni", claims.get("name").asText());
        assertEquals("agent", claims.at("/realm_access/roles/0").asText());
        assertEquals(TestTokens.subject("jenni").toString(), claims.get("sub").asText());
        assertEquals(TestTokens.ISSUER, claims.get("iss").asText());
    }

    @Test
    void aClientHasScopesAndNoRoles() throws Exception {
        var claims = claims(TestTokens.client("shop-backoffice", "customers:read", "customers:write"));
        assertEquals("customers:read customers:write", claims.get("scope").asText());
        assertFalse(claims.has("realm_access"));
    }

    @Test
    void theBadOnesAreBad() throws Exception {
        assertFalse(proven(TestTokens.forged("jenni", "agent")));
        var expired = TestTokens.expired("jenni", "agent");
        assertTrue(proven(expired));
        assertTrue(claims(expired).get("exp").asLong() < Instant.now().getEpochSecond());
    }

    private static JsonNode claims(String token) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static boolean proven(String token) throws Exception {
        var key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(TestTokens.publicKey())));
        var words = token.split("\\.");
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key);
        check.update((words[0] + "." + words[1]).getBytes(StandardCharsets.US_ASCII));
        return check.verify(Base64.getUrlDecoder().decode(words[2]));
    }
}
