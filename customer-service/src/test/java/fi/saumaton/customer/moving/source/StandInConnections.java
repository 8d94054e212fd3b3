/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.net.URI;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import fi.saumaton.customer.moving.source.ConnectionConfig.Connection;

/** A connection by the name of {@code port-12345} leads to a stand-in of the test's own, on that port. */
@Alternative
@Priority(1)
@Singleton
public class StandInConnections extends Connections {
    private static final String PORT = "port-";

    StandInConnections(ConnectionConfig config) {
        super(config);
    }

    private record StandInConnection(URI url) implements Connection {
        @Override
        public Optional<String> user() {
            return Optional.of("mikko@example.test");
        }

        @Override
        public Optional<String> secret() {
            return Optional.of("test-key");
        }

        @Override
        public int requestsPerMinute() {
            return 60_000;
        }

        @Override
        public String apiVersion() {
            return "60.0";
        }
    }

    @Override
    public Connection require(String system, String name) {
        return name.startsWith(PORT)
                ? new StandInConnection(URI.create("http://localhost:" + name.substring(PORT.length())))
                : super.require(system, name);
    }
}
