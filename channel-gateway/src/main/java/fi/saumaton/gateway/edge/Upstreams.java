/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Which service answers which path: the one table of the proxy. */
@ApplicationScoped
class Upstreams {
    private static final String API = "/api/v1/";
    private static final String OPENAPI = "openapi";

    /** First segment below {@code /api/v1/} → service. */
    static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("customers", "customer"),
            Map.entry("touchpoints", "customer"),
            Map.entry("links", "customer"),
            Map.entry("differences", "customer"),
            Map.entry("handles", "customer"),
            Map.entry("candidates", "customer"),
            Map.entry("matching", "customer"),
            Map.entry("issues", "customer"),
            Map.entry("no-repeat", "customer"),
            Map.entry("audit", "customer"),
            Map.entry("erasures", "customer"),
            Map.entry("suggestion-rules", "customer"),
            Map.entry("journeys", "customer"),
            Map.entry("imports", "customer"),
            Map.entry("sync", "customer"),
            Map.entry("agents", "routing"),
            Map.entry("queues", "routing"),
            Map.entry("offers", "routing"),
            Map.entry("work-items", "routing"),
            Map.entry("decisions", "routing"),
            Map.entry("promises", "routing"),
            Map.entry("promise-plans", "routing"),
            Map.entry("promise-drafts", "routing"),
            Map.entry("callback-windows", "routing"),
            Map.entry("analytics", "analytics"));

    private final Map<String, URI> addresses;

    Upstreams(UpstreamConfig config) {
        this.addresses =
                Map.of("customer", config.customer(), "routing", config.routing(), "analytics", config.analytics());
    }

    /**
     * Where a request goes.
     *
     * @param path at the service; never one outside the prefix that led there
     * @param open whether it may be read without a token
     */
    record Target(String service, URI address, String path, boolean open) {}

    /** @param path normalised: no dots, no doubled slashes */
    Optional<Target> find(String path) {
        if (!path.startsWith(API)) {
            return Optional.empty();
        }
        var rest = path.substring(API.length());
        int slash = rest.indexOf('/');
        var first = slash < 0 ? rest : rest.substring(0, slash);
        if (first.equals(OPENAPI)) {
            return description(slash < 0 ? "" : rest.substring(slash + 1));
        }
        return Optional.ofNullable(SERVICES.get(first))
                .map(service -> new Target(service, addresses.get(service), path, false));
    }

    /** What a service's API looks like is no secret; its address is the service's own. */
    private Optional<Target> description(String service) {
        return SERVICES.containsValue(service)
                ? Optional.of(new Target(service, addresses.get(service), "/q/openapi", true))
                : Optional.empty();
    }
}
