/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells browsers what the gateway's pages may do: run their own bundles, talk to the gateway (its WebSocket included) and
 * to the identity provider, be framed by nobody. HTTPS only (HSTS) is the ingress's to say, which ends TLS.
 */
@ApplicationScoped
class SecurityHeaders {
    private static final int EARLY = 1000;
    private static final String API = "default-src 'none'; frame-ancestors 'none'";

    private final String pages;

    SecurityHeaders(EdgeConfig config, @ConfigProperty(name = "saumaton.oidc.url") Optional<URI> issuer) {
        var origins = new ArrayList<>(config.pageOrigins().orElse(List.of()));
        issuer.map(SecurityHeaders::origin).ifPresent(origins::add);
        var others = origins.isEmpty() ? "" : " " + String.join(" ", origins);
        this.pages = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data: blob:",
                "connect-src 'self'" + others,
                "form-action 'self'" + others,
                "object-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    void install(@Observes Filters filters) {
        filters.register(this::add, EARLY);
    }

    private void add(RoutingContext rc) {
        var path = rc.request().path();
        boolean data = path != null && (path.startsWith("/api/") || path.startsWith("/q/"));
        rc.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "strict-origin-when-cross-origin")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .putHeader("Content-Security-Policy", data ? API : pages);
        if (data) {
            rc.addHeadersEndHandler(written -> doNotStore(rc));
        }
        rc.next();
    }

    /** Answers of the API are about people: no shared cache keeps them unless a resource says otherwise. */
    private static void doNotStore(RoutingContext rc) {
        if (!rc.response().headers().contains("Cache-Control")) {
            rc.response().putHeader("Cache-Control", "no-store");
        }
    }
}
