/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.PartService;
import fi.saumaton.gateway.channel.ProviderClient;

/** The configured bots. */
@ApplicationScoped
class TelegramChannels implements ChannelSource {
    private final List<Channel> channels = new ArrayList<>();

    TelegramChannels(TelegramConfig config, ProviderClient client, PartService parts, ObjectMapper mapper) {
        config.bots()
                .forEach((name, bot) -> channels.add(new TelegramChannel(
                        TelegramChannel.KIND + ":" + name,
                        bot,
                        new BotApi(bot.baseUrl(), bot.token(), client, mapper),
                        parts,
                        mapper)));
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels);
    }
}
