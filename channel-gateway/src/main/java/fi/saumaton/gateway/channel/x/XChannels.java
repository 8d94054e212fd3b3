/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.ProviderClient;

/** The configured accounts. */
@ApplicationScoped
class XChannels implements ChannelSource {
    private final List<Channel> channels = new ArrayList<>();

    XChannels(XConfig config, ProviderClient client, ObjectMapper mapper, MeterRegistry metrics, Clock clock) {
        config.accounts()
                .forEach((name, account) -> channels.add(new XChannel(
                        XChannel.KIND + ":" + name,
                        account,
                        new XApi(account, client, mapper, clock),
                        mapper,
                        metrics)));
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels);
    }
}
