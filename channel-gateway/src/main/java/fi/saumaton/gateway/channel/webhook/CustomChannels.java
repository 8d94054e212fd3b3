/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.Rates;

/** Partners' channels as this replica knows them. */
@ApplicationScoped
class CustomChannels {
    private final ProviderClient client;
    private final ObjectMapper mapper;
    private final Validator validator;
    private final CustomChannelConfig config;
    private final Clock clock;
    private volatile Map<String, Live> known = Map.of();

    CustomChannels(
            ProviderClient client, ObjectMapper mapper, Validator validator, CustomChannelConfig config, Clock clock) {
        this.client = client;
        this.mapper = mapper;
        this.validator = validator;
        this.config = config;
        this.clock = clock;
    }

    private record Live(CustomChannel row, Channel channel) {}

    List<Channel> channels() {
        return known.values().stream().map(Live::channel).toList();
    }

    Optional<Channel> find(String name) {
        return Optional.ofNullable(known.get(name)).map(Live::channel);
    }

    /** Whether these are the versions that are known, by the part of the name after the colon; a former secret counts out by itself. */
    boolean areKnown(Map<String, Long> versions) {
        return versions.equals(known.values().stream()
                .map(Live::row)
                .collect(Collectors.toMap(CustomChannel::name, CustomChannel::version)));
    }

    void replace(List<CustomChannel> rows) {
        known = rows.stream().collect(Collectors.toUnmodifiableMap(CustomChannel::channelName, this::live));
    }

    private Live live(CustomChannel row) {
        var signature = row.signature(clock.instant());
        var sender = new WebhookSender(row.url(), config.anyTarget(), signature, client, mapper, clock);
        var rates = row.perSecond() > 0
                ? new Rates(row.perSecond(), Math.max(1, (int) row.perSecond()), Duration.ZERO)
                : Rates.none();
        var descriptor = new Webhook.Descriptor(row.channelName(), row.capabilities(), rates);
        return new Live(row, new Webhook(row.channelName(), descriptor, signature, sender, mapper, validator));
    }
}
