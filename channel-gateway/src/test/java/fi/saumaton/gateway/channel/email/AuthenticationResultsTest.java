/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.email.AuthenticationResults.Method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The cases of RFC 8601, appendix B, with hosts of our own. */
class AuthenticationResultsTest {
    private static AuthenticationResults parse(String body) {
        return AuthenticationResults.parse(body).orElseThrow();
    }

    @Test
    void noChecks() {
        assertEquals(new AuthenticationResults("example.org", List.of()), parse("example.org 1; none"));
    }

    @Test
    void oneMethod() {
        assertEquals(
                List.of(new Method("spf", "pass", Map.of("smtp.mailfrom", "example.net"))),
                parse("example.com;\r\n\tspf=pass smtp.mailfrom=example.net").methods());
    }

    @Test
    void severalMethodsWithComments() {
        var results = parse(
                "example.com; auth=pass (cram-md5) smtp.auth=sender@example.net; spf = pass\r\n smtp.mailfrom = Example.NET");

        assertEquals("example.com", results.authservId());
        assertEquals(
                List.of(
                        new Method("auth", "pass", Map.of("smtp.auth", "sender@example.net")),
                        new Method("spf", "pass", Map.of("smtp.mailfrom", "example.net"))),
                results.methods());
    }

    @Test
    void nestedCommentsVersionsAndReasons() {
        var results = parse(
                "foo.example.net (foobar) 1 (baz); dkim/1 (x (y; z) w) = fail reason=\"signature; \\\"bad\\\"\" policy (A dot can go here) . (like that) expired; dmarc=pass header.from=a.test");

        assertEquals("foo.example.net", results.authservId());
        assertEquals("dkim", results.methods().get(0).method());
        assertEquals("fail", results.methods().get(0).result());
        assertEquals(
                "signature; \"bad\"",
                results.methods().get(0).property("reason").orElseThrow());
        assertEquals(
                new Method("dmarc", "pass", Map.of("header.from", "a.test")),
                results.methods().get(1));
    }

    @Test
    void theFirstOfAPropertyCounts() {
        assertEquals(
                "real.test",
                parse("mx; dmarc=pass header.from=real.test header.from=forged.test")
                        .methods()
                        .getFirst()
                        .property("header.from")
                        .orElseThrow());
    }

    @Test
    void whatIsNoSuchFieldIsPassedOver() {
        assertTrue(AuthenticationResults.parse("").isEmpty());
        assertTrue(AuthenticationResults.parse("; dmarc=pass").isEmpty());
        assertTrue(AuthenticationResults.parse("a b c; dmarc=pass").isEmpty());
        assertTrue(AuthenticationResults.parse("((((").isEmpty());
        assertTrue(AuthenticationResults.parse("\"").isEmpty());
    }
}
