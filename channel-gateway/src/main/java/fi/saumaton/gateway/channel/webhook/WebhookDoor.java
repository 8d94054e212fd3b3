/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.ext.web.Router;

import fi.saumaton.gateway.ingress.HookDoor;

/** The address of webhook channels from before there was one for all; both stay. */
@ApplicationScoped
class WebhookDoor {
    private static final int ORDER = -300;

    private final HookDoor door;

    WebhookDoor(HookDoor door) {
        this.door = door;
    }

    void install(@Observes Router router) {
        router.post("/api/v1/webhooks/:channel")
                .order(ORDER)
                .handler(rc -> door.receive(rc, Webhook.KIND + ':' + rc.pathParam("channel")));
    }
}
