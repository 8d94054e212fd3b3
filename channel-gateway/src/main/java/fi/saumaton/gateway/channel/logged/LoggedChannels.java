/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.logged;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;

/** The configured places. */
@ApplicationScoped
class LoggedChannels implements ChannelSource {
    private final Map<String, LoggedChannel> channels = new LinkedHashMap<>();

    LoggedChannels(LoggedConfig config, ObjectMapper mapper) {
        config.places().forEach((name, place) -> {
            var full = LoggedChannel.KIND + ":" + name;
            channels.put(full, new LoggedChannel(full, place.title(), mapper));
        });
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    /** By its full name. */
    Optional<LoggedChannel> find(String name) {
        return Optional.ofNullable(channels.get(name));
    }
}
