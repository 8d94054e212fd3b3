/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.Channels;

/** The configured forms. */
@ApplicationScoped
class FormChannels implements ChannelSource {
    private final Map<String, FormChannel> channels = new LinkedHashMap<>();
    private final FormConfig config;

    FormChannels(FormConfig config, Channels all, ObjectMapper mapper) {
        this.config = config;
        config.forms()
                .forEach((name, form) ->
                        channels.put(name, new FormChannel(FormChannel.KIND + ":" + name, form, all, mapper)));
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    /** By the part after the colon. */
    Optional<FormChannel> find(String name) {
        return Optional.ofNullable(channels.get(name));
    }

    /** Whether a browser may send a form from a page of that origin. */
    boolean maySend(String origin) {
        return config.forms().values().stream()
                .anyMatch(
                        form -> form.origins().map(all -> all.contains(origin)).orElse(false));
    }
}
