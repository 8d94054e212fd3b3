/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.visit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** The configured places. */
@ApplicationScoped
class VisitChannels implements ChannelSource {
    private final Map<String, VisitChannel> channels = new LinkedHashMap<>();

    VisitChannels(VisitConfig config, ObjectMapper mapper) {
        config.places()
                .forEach((name, place) ->
                        channels.put(name, new VisitChannel(VisitChannel.KIND + ":" + name, place, mapper)));
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    /** By the part after the colon; a problem (404) when there is none. */
    VisitChannel require(String place) {
        var channel = channels.get(place);
        if (channel == null) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such place");
        }
        return channel;
    }
}
