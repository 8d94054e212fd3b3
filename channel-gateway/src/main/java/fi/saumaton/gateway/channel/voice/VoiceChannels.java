/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.twilio.TwilioApi;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.kit.web.Problem;

/** The configured telephone numbers. */
@ApplicationScoped
class VoiceChannels implements ChannelSource {
    private final Map<String, VoiceChannel> byName = new LinkedHashMap<>();

    VoiceChannels(
            VoiceConfig config,
            @ConfigProperty(name = "saumaton.hooks.public-url") Optional<URI> publicUrl,
            ProviderClient client,
            CallNewsService news,
            WaitService waits,
            ObjectMapper mapper) {
        config.lines().forEach((name, line) -> {
            var hooks = publicUrl
                    .orElseThrow(() -> new IllegalArgumentException("voice needs saumaton.hooks.public-url"))
                    .resolve("/api/v1/hooks/voice/" + name)
                    .toString();
            var api = new TwilioApi(line, client, mapper);
            var channel = VoiceChannel.KIND + ":" + name;
            byName.put(channel, new VoiceChannel(channel, line, api, new CallScript(line, hooks, name), news, waits));
        });
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(byName.values());
    }

    /** Null when it is switched off. */
    VoiceChannel find(String channel) {
        return byName.get(channel);
    }

    /** The number to call a customer from: the one they called, else the first. */
    VoiceChannel lineFor(Conversation conversation) {
        var same = byName.get(conversation.channel());
        return same != null
                ? same
                : byName.values().stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new Problem(VoiceProblem.NO_LINE, "There is no telephone number to call from"));
    }
}
