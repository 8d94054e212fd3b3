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

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.Rates;

/** The configured webhook channels. */
@ApplicationScoped
class Webhooks implements ChannelSource {
    private static final int LONGEST_TEXT = 100_000;

    private final Map<String, Webhook> channels = new LinkedHashMap<>();

    Webhooks(WebhookConfig config, ObjectMapper mapper, ProviderClient client, Validator validator, Clock clock) {
        config.hooks().forEach((name, hook) -> {
            var signature = new Signature(hook.secret());
            var sender = hook.url()
                    .map(url -> new WebhookSender(url, true, signature, client, mapper, clock))
                    .orElse(null);
            channels.put(
                    name,
                    new Webhook(Webhook.KIND + ":" + name, descriptor(name), signature, sender, mapper, validator));
        });
    }

    private static Webhook.Descriptor descriptor(String name) {
        var capabilities = Capabilities.texts(LONGEST_TEXT, Capabilities.Resend.SAME_ID)
                .receipts(true, true)
                .build();
        return new Webhook.Descriptor(name, capabilities, Rates.none());
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels.values());
    }
}
