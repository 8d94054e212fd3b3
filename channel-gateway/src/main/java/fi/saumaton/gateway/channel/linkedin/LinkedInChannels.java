/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.ProviderClient;

/** The configured pages. */
@ApplicationScoped
class LinkedInChannels implements ChannelSource {
    private final List<Channel> channels = new ArrayList<>();

    LinkedInChannels(LinkedInConfig config, ProviderClient client, ObjectMapper mapper, Clock clock) {
        config.pages()
                .forEach((name, page) -> channels.add(new LinkedInChannel(
                        LinkedInChannel.KIND + ":" + name, page, new LinkedInApi(page, client, clock), mapper)));
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels);
    }
}
