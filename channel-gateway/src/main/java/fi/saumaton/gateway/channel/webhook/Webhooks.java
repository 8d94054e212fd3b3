/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;

/** The configured webhook channels. */
@ApplicationScoped
class Webhooks implements ChannelSource {
    private final Map<String, Webhook> channels = new LinkedHashMap<>();

    Webhooks(WebhookConfig config, ObjectMapper mapper, Vertx vertx, Clock clock) {
        // A redirect is no receipt: followed, a POST would become a GET somewhere else.
        var client = WebClient.create(vertx, new WebClientOptions().setFollowRedirects(false));
        config.hooks().forEach((name, hook) -> {
            var signature = new Signature(hook.secret());
            var sender = hook.url()
                    .map(url -> new WebhookSender(url, signature, client, mapper, clock))
                    .orElse(null);
            channels.put(name, new Webhook(Webhook.KIND + ":" + name, signature, sender, mapper));
        });
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    /** By the part after the colon. */
    Optional<Webhook> find(String name) {
        return Optional.ofNullable(channels.get(name));
    }
}
