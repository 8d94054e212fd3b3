/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TargetsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"https://partner.example.com/hooks", "https://partner.example.com:8443", "HTTPS://a.fi/x?y=1"})
    void aPublicNameWithTlsMayBeCalled(String url) {
        assertTrue(Targets.isPublic(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://partner.example.com/",
                "https://localhost/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::1]/",
                "https://customer-service/",
                "https://vault.internal/",
                "https://gateway.default.svc/",
                "https://user@partner.example.com/",
                "ftp://partner.example.com/",
                "not an address"
            })
    void whatIsOursIsNot(String url) {
        assertFalse(Targets.isPublic(url));
    }
}
