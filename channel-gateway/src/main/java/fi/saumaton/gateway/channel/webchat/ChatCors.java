/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Lets the widget work on the pages of the configured shops, and on no other: everything under {@code /api/v1/chat}. */
@ApplicationScoped
class ChatCors {
    /** Before the doors themselves. */
    private static final int ORDER = -310;

    private final Webchats chats;

    ChatCors(Webchats chats) {
        this.chats = chats;
    }

    void install(@Observes Router router) {
        router.route("/api/v1/chat/*").order(ORDER).handler(this::handle);
    }

    private void handle(RoutingContext rc) {
        var origin = rc.request().getHeader("Origin");
        var response = rc.response();
        response.putHeader("Vary", "Origin");
        if (origin != null && chats.mayEmbed(origin)) {
            response.putHeader("Access-Control-Allow-Origin", origin)
                    .putHeader("Access-Control-Expose-Headers", "Retry-After");
        }
        if (rc.request().method() == HttpMethod.OPTIONS) {
            response.putHeader("Access-Control-Allow-Methods", "GET, POST")
                    .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept-Language")
                    .putHeader("Access-Control-Max-Age", "3600")
                    .setStatusCode(204)
                    .end();
        } else {
            rc.next();
        }
    }
}
