/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** The configured web chats, each with what its shop may prove and where its widget may stand. */
@ApplicationScoped
class Webchats implements ChannelSource {
    private final Map<String, Webchat> channels = new LinkedHashMap<>();
    private final Map<String, ShopTokens> shops = new LinkedHashMap<>();
    private final Map<String, Integer> longest = new LinkedHashMap<>();
    private final Set<String> origins;

    Webchats(WebchatConfig config, VisitorTokens tokens, ObjectMapper mapper, Clock clock) {
        config.chats().forEach((name, chat) -> {
            var channel = Webchat.KIND + ":" + name;
            channels.put(channel, new Webchat(channel, chat.maxTextLength(), tokens));
            longest.put(channel, chat.maxTextLength());
            chat.tokenPublicKey()
                    .ifPresent(key -> shops.put(
                            channel, new ShopTokens(key, chat.tokenAudience().orElse(channel), mapper, clock)));
        });
        origins = config.chats().values().stream()
                .flatMap(chat -> chat.origins().orElse(Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    boolean mayEmbed(String origin) {
        return origins.contains(origin);
    }

    /** Whether a page of this origin may use the chat: a shop's, the gateway's own, and whoever is no page (null). */
    boolean mayUse(String origin, String host) {
        return origin == null || mayEmbed(origin) || origin.endsWith("://" + host);
    }

    int maxTextLength(String channel) {
        return longest.getOrDefault(channel, 0);
    }

    /** A problem (404) when there is no such web chat. */
    void require(String channel) {
        if (!channels.containsKey(channel)) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such web chat");
        }
    }

    /** Who the shop's token says is logged in. */
    ShopTokens.Proof proof(String channel, String shopToken) {
        var shop = shops.get(channel);
        if (shop == null) {
            throw new Problem(WebchatProblem.SHOP_TOKEN_REFUSED, "This web chat has no key of a shop");
        }
        return shop.verify(shopToken);
    }
}
