/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.standin;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.Rates;

/** {@code standin:main}, and {@code standin:rated} with a rate. */
@ApplicationScoped
class StandInChannels implements ChannelSource {
    static final Rates RATE = new Rates(5, 2, Duration.ZERO);

    private final List<Channel> channels;

    StandInChannels(
            @ConfigProperty(name = "saumaton.test.standin.port") int port,
            ProviderClient client,
            ObjectMapper mapper,
            Clock clock) {
        channels = List.of(
                new StandInChannel("standin:main", port, Rates.none(), client, mapper, clock),
                new StandInChannel("standin:rated", port, RATE, client, mapper, clock));
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }
}
