/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.MultiMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PassedHeadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"Server", "X-Powered-By", "Connection", "Keep-Alive", "X-Inner"})
    void anAnswerKeepsNothingOfTheInnerConnection(String name) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add(name, "x-inner")
                .add("ETag", "\"7\"")
                .add("X-Inner", "1");
        headers.add("Connection", "x-inner");

        PassedHeaders.response(headers);

        assertFalse(headers.contains(name));
        assertEquals("\"7\"", headers.get("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type", "Location", "Retry-After", "Cache-Control", "Set-Cookie"})
    void anAnswerKeepsTheRest(String name) {
        var headers = MultiMap.caseInsensitiveMultiMap().add(name, "value");

        PassedHeaders.response(headers);

        assertTrue(headers.contains(name));
    }

    @ParameterizedTest
    @CsvSource({
        "http://inside:8081/api/v1/customers/7?x=1, /api/v1/customers/7?x=1",
        "http://inside:80/api/v1/customers/7, http://inside:80/api/v1/customers/7",
        "https://elsewhere.example/, https://elsewhere.example/",
        "/api/v1/customers/7, /api/v1/customers/7"
    })
    void whatAServiceHasMadeIsFoundAtTheGateway(String told, String passedOn) {
        var headers = MultiMap.caseInsensitiveMultiMap().add("Location", told);

        PassedHeaders.location(headers, URI.create("http://inside:8081"));

        assertEquals(passedOn, headers.get("Location"));
    }

    @Test
    void connectionCannotTakeOutWhatTheServiceNeeds() {
        assertEquals(List.of("x-mine", "close"), PassedHeaders.named("Authorization, X-Mine, Content-Length, close"));
    }
}
