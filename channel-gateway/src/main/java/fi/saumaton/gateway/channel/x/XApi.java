/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.MediaGoneException;
import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.ProviderRequest;

/** X's API as one account uses it. */
final class XApi {
    /** Bytes; X takes no larger pictures, and films in direct messages are of the same order. */
    private static final int LARGEST_FILE = 16 * 1024 * 1024;

    private final String base;
    private final String host;
    private final XConfig.Account account;
    private final OAuth1 oauth;
    private final ProviderClient client;
    private final ObjectMapper mapper;
    private final Clock clock;

    XApi(XConfig.Account account, ProviderClient client, ObjectMapper mapper, Clock clock) {
        this.base = account.baseUrl().toString().replaceAll("/+$", "");
        this.host = account.baseUrl().getHost();
        this.account = account;
        this.oauth = account.tokenSecret()
                .map(secret ->
                        new OAuth1(account.consumerKey(), account.consumerSecret(), account.accessToken(), secret))
                .orElse(null);
        this.client = client;
        this.mapper = mapper;
        this.clock = clock;
    }

    Uni<DeliveryOutcome> directMessage(String participant, String text) {
        return post(
                "/2/dm_conversations/with/" + participant + "/messages",
                JsonNodeFactory.instance.objectNode().put("text", text),
                DirectMessages.PREFIX,
                "dm_event_id");
    }

    Uni<DeliveryOutcome> reply(String postId, String text) {
        var json = JsonNodeFactory.instance;
        var body = json.objectNode().put("text", text);
        body.set("reply", json.objectNode().put("in_reply_to_tweet_id", postId));
        return post("/2/tweets", body, Posts.PREFIX, "id");
    }

    /** Pictures of direct messages are given to the account alone. */
    Uni<FetchedMedia> fetch(URI url) {
        if (!isOfX(url.getHost())) {
            return Uni.createFrom().failure(new MediaGoneException("The file is not kept by X"));
        }
        return client.send(ProviderRequest.get(url, Map.of("Authorization", authorization("GET", url)))
                        .upTo(LARGEST_FILE))
                .map(XApi::content);
    }

    private boolean isOfX(String name) {
        return name != null
                && (name.equals(host)
                        || name.endsWith(".twimg.com")
                        || name.endsWith(".twitter.com")
                        || name.endsWith(".x.com"));
    }

    private static FetchedMedia content(ProviderAnswer answer) {
        if (answer.status() == 404 || answer.status() == 410 || answer.status() == 403) {
            throw new MediaGoneException("X does not give the file any more");
        }
        if (!answer.isSuccess()) {
            throw new IllegalStateException("X answered " + answer.status());
        }
        return new FetchedMedia(answer.headers().get("Content-Type"), null, answer.body());
    }

    private Uni<DeliveryOutcome> post(String path, JsonNode body, String prefix, String idField) {
        var url = URI.create(base + path);
        var headers = Map.of("Authorization", authorization("POST", url));
        return client.deliver(
                ProviderRequest.postJson(url, headers, body.toString()), answer -> outcome(answer, prefix, idField));
    }

    private DeliveryOutcome outcome(ProviderAnswer answer, String prefix, String idField) {
        if (!answer.isSuccess()) {
            return XAnswer.refusal(answer.status(), answer.headers().get("x-rate-limit-reset"), clock.instant());
        }
        var id = json(answer).path("data").path(idField).asText("");
        return id.isEmpty()
                ? new DeliveryOutcome.Uncertain("X accepted something, and did not say under which id")
                : new DeliveryOutcome.Sent(prefix + id);
    }

    private JsonNode json(ProviderAnswer answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private String authorization(String method, URI url) {
        return oauth == null
                ? "Bearer " + account.accessToken()
                : oauth.header(
                        method,
                        url,
                        Map.of(),
                        UUID.randomUUID().toString().replace("-", ""),
                        clock.instant().getEpochSecond());
    }
}
