/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.smallrye.mutiny.Uni;

/** All channels by name: the configured ones, and those that come and go. */
@ApplicationScoped
public class Channels {
    private final Map<String, Channel> configured = new LinkedHashMap<>();
    private final List<LiveChannelSource> live = new ArrayList<>();

    Channels(Instance<ChannelSource> sources) {
        for (var source : sources) {
            if (source instanceof LiveChannelSource changing) {
                live.add(changing);
            } else {
                source.channels().forEach(this::configure);
            }
        }
    }

    private void configure(Channel channel) {
        if (configured.put(channel.name(), channel) != null) {
            throw new IllegalStateException("channel configured twice: " + channel.name());
        }
    }

    public Optional<Channel> find(String name) {
        var channel = configured.get(name);
        return channel != null
                ? Optional.of(channel)
                : live.stream().flatMap(source -> source.find(name).stream()).findFirst();
    }

    /** For names from our own tables, whose channel may since have been switched off. */
    public Channel require(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no such channel: " + name));
    }

    public Collection<Channel> all() {
        var all = new ArrayList<>(configured.values());
        live.forEach(source -> all.addAll(source.channels()));
        return all;
    }

    /** Completes when every one of these names is known that any replica knows; asks nobody while all are. */
    public Uni<Void> learn(Collection<String> names) {
        if (names.stream().allMatch(name -> find(name).isPresent())) {
            return Uni.createFrom().voidItem();
        }
        var chain = Uni.createFrom().voidItem();
        for (var source : live) {
            chain = chain.chain(source::refresh);
        }
        return chain;
    }
}
