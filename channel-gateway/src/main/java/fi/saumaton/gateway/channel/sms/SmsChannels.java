/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.micrometer.core.instrument.MeterRegistry;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.twilio.TwilioApi;

/** The configured numbers. */
@ApplicationScoped
class SmsChannels implements ChannelSource {
    private final List<Channel> channels = new ArrayList<>();

    SmsChannels(
            SmsConfig config,
            @ConfigProperty(name = "saumaton.hooks.public-url") Optional<URI> publicUrl,
            ProviderClient client,
            OptOutService optOuts,
            ObjectMapper mapper,
            MeterRegistry metrics,
            Clock clock) {
        config.lines().forEach((name, line) -> {
            if (line.number().isPresent() == line.messagingService().isPresent()) {
                throw new IllegalArgumentException("sms:" + name + " needs a number or a messaging service");
            }
            var api = new TwilioApi(line, client, mapper);
            var reports = publicUrl
                    .map(url -> url.resolve("/api/v1/hooks/sms/" + name + "/" + SmsChannel.STATUS + "/")
                            .toString())
                    .orElse(null);
            channels.add(new SmsChannel(
                    SmsChannel.KIND + ":" + name,
                    line,
                    api,
                    new SmsSender(line, api, mapper, reports),
                    optOuts,
                    metrics,
                    clock,
                    reports != null));
        });
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }
}
