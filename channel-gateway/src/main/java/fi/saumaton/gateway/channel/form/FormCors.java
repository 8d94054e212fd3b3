/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Forms stand on pages of the company's other sites: browsers ask whether they may. */
@ApplicationScoped
class FormCors {
    /** Before sign-in and everything else. */
    private static final int ORDER = -300;

    private final FormChannels forms;

    FormCors(FormChannels forms) {
        this.forms = forms;
    }

    void install(@Observes Router router) {
        router.route("/api/v1/forms/*").order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext rc) {
        var origin = rc.request().getHeader("Origin");
        var response = rc.response();
        response.putHeader("Vary", "Origin");
        if (origin != null && forms.maySend(origin)) {
            response.putHeader("Access-Control-Allow-Origin", origin)
                    .putHeader("Access-Control-Expose-Headers", "Retry-After, Location");
        }
        if (rc.request().method() == HttpMethod.OPTIONS) {
            response.putHeader("Access-Control-Allow-Methods", "GET, POST")
                    .putHeader("Access-Control-Allow-Headers", "Content-Type, Accept-Language")
                    .putHeader("Access-Control-Max-Age", "3600")
                    .setStatusCode(204)
                    .end();
        } else {
            rc.next();
        }
    }
}
