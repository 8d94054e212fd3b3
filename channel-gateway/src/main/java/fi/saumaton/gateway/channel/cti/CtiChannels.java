/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.webhook.Signature;

/** The configured exchanges. */
@ApplicationScoped
class CtiChannels implements ChannelSource {
    private final List<Channel> channels = new ArrayList<>();
    private final Map<String, DialRequests> dialling = new HashMap<>();

    CtiChannels(
            CtiConfig config,
            ScreenPops screenPops,
            ProviderClient client,
            ObjectMapper mapper,
            Validator validator,
            Clock clock) {
        config.exchanges().forEach((name, exchange) -> {
            if (exchange.secret().isEmpty()
                    && (exchange.token().isEmpty() || exchange.dialUrl().isPresent())) {
                throw new IllegalArgumentException(
                        "cti:" + name + " needs a secret, or at least a token to be told by");
            }
            var signature = exchange.secret().map(Signature::new).orElse(null);
            channels.add(new CtiChannel(
                    CtiChannel.KIND + ":" + name,
                    signature,
                    exchange.token().orElse(null),
                    screenPops,
                    mapper.readerFor(CtiEvent.class),
                    validator));
            exchange.dialUrl()
                    .ifPresent(url -> dialling.put(name, new DialRequests(url, signature, client, mapper, clock)));
        });
    }

    @Override
    public List<Channel> channels() {
        return channels;
    }

    /** Null when there is no such exchange, or it does not call for us. */
    DialRequests dialling(String exchange) {
        return dialling.get(exchange);
    }
}
