/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UpstreamsTest {
    private final Upstreams upstreams = new Upstreams(new UpstreamConfig() {
        @Override
        public URI customer() {
            return URI.create("http://customer:8081");
        }

        @Override
        public URI routing() {
            return URI.create("http://routing:8082");
        }

        @Override
        public URI analytics() {
            return URI.create("http://analytics:8083");
        }
    });

    @ParameterizedTest
    @CsvSource({
        "/api/v1/customers,customer",
        "/api/v1/customers/1/timeline,customer",
        "/api/v1/touchpoints,customer",
        "/api/v1/touchpoints/types/tyre-hotel,customer",
        "/api/v1/touchpoints/import,customer",
        "/api/v1/customers/1/touchpoints/2,customer",
        "/api/v1/links/17/revocation,customer",
        "/api/v1/differences,customer",
        "/api/v1/handles/endings,customer",
        "/api/v1/candidates,customer",
        "/api/v1/matching/runs,customer",
        "/api/v1/issues/1/resolution,customer",
        "/api/v1/customers/1/consents/marketing,customer",
        "/api/v1/customers/1/erasure,customer",
        "/api/v1/audit,customer",
        "/api/v1/erasures/1,customer",
        "/api/v1/issues/1/contacts,customer",
        "/api/v1/issues/1/moves,customer",
        "/api/v1/issues/1/joins,customer",
        "/api/v1/issues/1/decisions/2/undoing,customer",
        "/api/v1/issues/1/owner,customer",
        "/api/v1/issues/1/waiting,customer",
        "/api/v1/issues/1/reopening,customer",
        "/api/v1/issues/1/changes,customer",
        "/api/v1/suggestion-rules/chain-oil,customer",
        "/api/v1/journeys/graph,customer",
        "/api/v1/imports/files/1/content,customer",
        "/api/v1/sync/conflicts,customer",
        "/api/v1/agents/me/presence,routing",
        "/api/v1/queues/support,routing",
        "/api/v1/offers/1/acceptance,routing",
        "/api/v1/work-items,routing",
        "/api/v1/decisions,routing",
        "/api/v1/promises/1/moves,routing",
        "/api/v1/promise-plans,routing",
        "/api/v1/promise-drafts,routing",
        "/api/v1/callback-windows,routing",
        "/api/v1/no-repeat,customer",
        "/api/v1/analytics/summary,analytics",
    })
    void eachPrefixHasItsService(String path, String service) {
        var target = upstreams.find(path).orElseThrow();

        assertEquals(service, target.service());
        assertEquals(path, target.path());
        assertEquals(service, target.address().getHost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/customersX",
                "/api/v1/conversations",
                "/api/v1/",
                "/api/v1",
                "/api/v2/customers",
                "/customers",
                "/q/health",
                "/api/v1/openapi",
                "/api/v1/openapi/gateway",
                "/api/v1/openapi/customer/x"
            })
    void everythingElseIsTheGatewaysOwn(String path) {
        assertTrue(upstreams.find(path).isEmpty());
    }

    /** Else every id in a path were a time series of its own. */
    @Test
    void eachPrefixHasOneNameInTheMetrics() throws IOException {
        var properties = new Properties();
        try (var file = Upstreams.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        }
        var patterns = properties
                .getProperty("quarkus.micrometer.binder.http-server.match-patterns")
                .split(",");
        for (var prefix : Upstreams.SERVICES.keySet()) {
            var path = "/api/v1/" + prefix;
            var name = Stream.of(patterns)
                    .map(pattern -> pattern.split("="))
                    .filter(pattern -> (path + "/" + UUID.randomUUID()).matches(pattern[0]))
                    .map(pattern -> pattern[1])
                    .findFirst();
            assertEquals(Optional.of(path), name, prefix);
        }
    }

    @Test
    void theDescriptionOfAnApiIsOpenAndLeadsToOnePlace() {
        var target = upstreams.find("/api/v1/openapi/routing").orElseThrow();

        assertEquals("/q/openapi", target.path());
        assertTrue(target.open());
    }
}
