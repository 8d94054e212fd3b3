/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** All configured channels by name. */
@ApplicationScoped
public class Channels {
    private final Map<String, Channel> byName = new LinkedHashMap<>();

    Channels(Instance<ChannelSource> sources) {
        for (var source : sources) {
            for (var channel : source.channels()) {
                if (byName.put(channel.name(), channel) != null) {
                    throw new IllegalStateException("channel configured twice: " + channel.name());
                }
            }
        }
    }

    public Optional<Channel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** For names from our own tables, whose channel may since have been switched off. */
    public Channel require(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no such channel: " + name));
    }

    public Collection<Channel> all() {
        return byName.values();
    }
}
