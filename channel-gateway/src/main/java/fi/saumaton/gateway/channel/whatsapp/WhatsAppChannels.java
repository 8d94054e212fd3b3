/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.Rates;
import fi.saumaton.gateway.channel.meta.AccountAlerts;
import fi.saumaton.gateway.channel.meta.Accounts;
import fi.saumaton.gateway.channel.meta.GraphClient;
import fi.saumaton.gateway.channel.meta.MetaHook;

/** The configured WhatsApp numbers. */
@ApplicationScoped
class WhatsAppChannels implements ChannelSource {
    private final List<Channel> channels;
    private final ObjectMapper mapper;
    private final ProviderClient client;
    private final AccountAlerts alerts;
    private final Clock clock;
    private final int largestFile;

    WhatsAppChannels(
            WhatsAppConfig config,
            ObjectMapper mapper,
            ProviderClient client,
            AccountAlerts alerts,
            Clock clock,
            @ConfigProperty(name = "saumaton.media.largest", defaultValue = "52428800") int largestFile) {
        this.mapper = mapper;
        this.client = client;
        this.alerts = alerts;
        this.clock = clock;
        this.largestFile = largestFile;
        var accounts = new Accounts(config.numbers().entrySet().stream()
                .map(entry -> new Accounts.Account(
                        channel(entry.getKey()), entry.getValue().phoneNumberId(), entry.getValue()))
                .toList());
        this.channels = config.numbers().entrySet().stream()
                .map(entry -> channel(entry.getKey(), entry.getValue(), accounts))
                .toList();
    }

    private Channel channel(String name, WhatsAppConfig.Number number, Accounts accounts) {
        var graph = new GraphClient(client, mapper, clock, number);
        var rules = alerts.watching(channel(name), WhatsAppErrors::rule);
        return new WhatsAppChannel(
                channel(name),
                new Rates(number.perSecond(), number.perSecond(), number.pairGap()),
                new MetaHook(number),
                new WhatsAppSlices(mapper),
                new WhatsAppParser(mapper, accounts.of(number)),
                new WhatsAppSender(
                        graph, number.phoneNumberId(), new WhatsAppBodies(mapper, number.listButton()), rules),
                new WhatsAppMedia(graph, largestFile));
    }

    private static String channel(String name) {
        return WhatsAppUser.KIND + ":" + name;
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }
}
