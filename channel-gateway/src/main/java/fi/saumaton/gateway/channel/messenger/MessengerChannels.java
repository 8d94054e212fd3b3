/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.messenger;

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

/** The configured pages. */
@ApplicationScoped
class MessengerChannels implements ChannelSource {
    private final List<Channel> channels;

    MessengerChannels(
            MessengerConfig config, ObjectMapper mapper, ProviderClient client, AccountAlerts alerts, Clock clock) {
        var accounts = new Accounts(config.pages().entrySet().stream()
                .map(entry -> new Accounts.Account(
                        name(entry.getKey()), entry.getValue().pageId(), entry.getValue()))
                .toList());
        this.channels = config.pages().entrySet().stream()
                .<Channel>map(entry -> new MessagingChannel(
                        account(entry.getKey(), entry.getValue()), accounts, mapper, client, alerts, clock))
                .toList();
    }

    private static MessagingChannel.Account account(String name, MessengerConfig.Page page) {
        return new MessagingChannel.Account(name(name), Platform.MESSENGER, page.pageId(), page.humanAgent(), page);
    }

    private static String name(String name) {
        return Platform.MESSENGER.kind() + ":" + name;
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }
}
