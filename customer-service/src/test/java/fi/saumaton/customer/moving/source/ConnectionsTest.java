/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

import fi.saumaton.kit.web.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConnectionsTest {
    private final Connections connections = new Connections(new SmallRyeConfigBuilder()
            .withMapping(ConnectionConfig.class)
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "saumaton.moving.zendesk.main.url", "https://company.zendesk.com",
                            "saumaton.moving.zendesk.main.user", "mikko@example.test",
                            "saumaton.moving.zendesk.main.requests-per-minute", "300",
                            "saumaton.moving.hubspot.main.url", "https://api.hubapi.com"),
                    "test",
                    100))
            .build()
            .getConfigMapping(ConnectionConfig.class));

    @Test
    void connectionsAreConfiguredBySystemAndName() {
        var zendesk = connections.require("zendesk", "main");

        assertEquals(URI.create("https://company.zendesk.com"), zendesk.url());
        assertEquals("mikko@example.test", zendesk.user().orElseThrow());
        assertEquals(300, zendesk.requestsPerMinute());
        var hubspot = connections.require("hubspot", "main");
        assertEquals(150, hubspot.requestsPerMinute());
        assertTrue(hubspot.secret().isEmpty());
    }

    @Test
    void nothingElseIsEverCalled() {
        assertThrows(Problem.class, () -> connections.require("hubspot", "other"));
        assertThrows(Problem.class, () -> connections.require("freshdesk", "main"));
    }
}
