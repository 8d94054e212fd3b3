/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.instagram;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.meta.AccountAlerts;
import fi.saumaton.gateway.channel.meta.Accounts;
import fi.saumaton.gateway.channel.meta.MessagingChannel;
import fi.saumaton.gateway.channel.meta.Platform;

/** The configured accounts. */
@ApplicationScoped
class InstagramChannels implements ChannelSource {
    private final List<Channel> channels;

    InstagramChannels(
            InstagramConfig config, ObjectMapper mapper, ProviderClient client, AccountAlerts alerts, Clock clock) {
        var accounts = new Accounts(config.accounts().entrySet().stream()
                .map(entry -> new Accounts.Account(
                        name(entry.getKey()), entry.getValue().accountId(), entry.getValue()))
                .toList());
        this.channels = config.accounts().entrySet().stream()
                .<Channel>map(entry -> new MessagingChannel(
                        account(entry.getKey(), entry.getValue()), accounts, mapper, client, alerts, clock))
                .toList();
    }

    private static MessagingChannel.Account account(String name, InstagramConfig.Account account) {
        return new MessagingChannel.Account(
                name(name), Platform.INSTAGRAM, account.pageId(), account.humanAgent(), account);
    }

    private static String name(String name) {
        return Platform.INSTAGRAM.kind() + ":" + name;
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }
}
