/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.page;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The ways to the pages; Quarkus serves the files themselves. */
@ApplicationScoped
class PageRoutes {
    private static final int BEFORE_THE_FILES = -100;
    private static final String DESK = "/desk/";

    private final String pageConfig;

    PageRoutes(PageConfig config, @ConfigProperty(name = "saumaton.oidc.url") Optional<URI> oidcUrl) {
        var issuer = config.issuer().or(() -> oidcUrl).map(URI::toString).orElse(null);
        this.pageConfig = new JsonObject()
                .put("oidc", new JsonObject().put("issuer", issuer).put("clientId", config.clientId()))
                .encode();
    }

    void install(@Observes Router router) {
        router.getWithRegex("^/(desk)?$").order(BEFORE_THE_FILES).handler(rc -> rc.redirect(DESK));
        router.getWithRegex("^/desk/[^.]+$").order(BEFORE_THE_FILES).handler(rc -> rc.reroute(DESK));
        router.getWithRegex("^/desk/.*").order(BEFORE_THE_FILES).handler(PageRoutes::revalidate);
        router.get("/widget.js").order(BEFORE_THE_FILES).handler(PageRoutes::forAnyPage);
        router.get("/app/config.json").order(BEFORE_THE_FILES).handler(this::config);
    }

    /** The files keep their names from one release to the next, so a browser must ask whether its copy is still good. */
    private static void revalidate(RoutingContext rc) {
        cache(rc, "no-cache");
        rc.next();
    }

    /** Other sites' visitors load the widget: a copy is good for some minutes, and isolated sites may use it too. */
    private static void forAnyPage(RoutingContext rc) {
        cache(rc, "public, max-age=300");
        rc.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        rc.next();
    }

    private void config(RoutingContext rc) {
        cache(rc, "no-cache");
        rc.response().putHeader("Content-Type", "application/json").end(pageConfig);
    }

    /** At the end of the headers, because the file handler sets a day of immutability. */
    private static void cache(RoutingContext rc, String policy) {
        rc.addHeadersEndHandler(written -> rc.response().putHeader("Cache-Control", policy));
    }
}
