/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.MediaGoneException;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.ProviderRequest;

/** One account's part of Twilio's REST API: forms go in, JSON comes back. */
public final class TwilioApi {
    /** Bytes of one file. */
    private static final int LARGEST_FILE = 25 * 1024 * 1024;

    private final URI baseUrl;
    private final String account;
    private final String authorization;
    private final ProviderClient client;
    private final ObjectMapper mapper;

    public TwilioApi(TwilioAccount account, ProviderClient client, ObjectMapper mapper) {
        this.baseUrl = account.baseUrl();
        this.account = account.accountSid();
        this.authorization = basic(account.accountSid(), account.authTokens().getFirst());
        this.client = client;
        this.mapper = mapper;
    }

    /** {@code path}: below the account, such as {@code Messages.json}; pairs without a value are left out. */
    public ProviderRequest post(String path, List<Map.Entry<String, String>> pairs) {
        var headers = Map.of("Authorization", authorization, "Content-Type", Form.MEDIA_TYPE);
        return ProviderRequest.post(url(path), headers, Form.write(pairs).getBytes(StandardCharsets.UTF_8));
    }

    public ProviderRequest get(String path, List<Map.Entry<String, String>> query) {
        return ProviderRequest.get(url(path + "?" + Form.write(query)), Map.of("Authorization", authorization));
    }

    public Uni<ProviderAnswer> send(ProviderRequest request) {
        return client.send(request);
    }

    /** Missing when the body is no JSON. */
    public JsonNode json(ProviderAnswer answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    public Refusal refusal(ProviderAnswer answer) {
        return Refusal.of(answer.status(), json(answer).path("code").asInt(0));
    }

    /**
     * A file that a message or a recording names. Its address comes from outside, so our credentials go to Twilio's own host only, and not along to where it
     * sends us.
     */
    public Uni<FetchedMedia> fetch(MediaRef ref) {
        var url = ref.url() == null ? null : address(ref.url());
        if (url == null || !isOurs(url)) {
            return Uni.createFrom().failure(new MediaGoneException("The file is not where files are kept"));
        }
        return client.send(file(url, Map.of("Authorization", authorization)))
                .chain(answer -> answer.status() / 100 == 3
                        ? follow(answer)
                        : Uni.createFrom().item(answer))
                .map(TwilioApi::file);
    }

    private Uni<ProviderAnswer> follow(ProviderAnswer answer) {
        var location = answer.headers().get("Location");
        var url = location == null ? null : address(location);
        if (url == null || !("https".equals(url.getScheme()) || isOurs(url))) {
            return Uni.createFrom().failure(new MediaGoneException("The file is nowhere"));
        }
        return client.send(file(url, Map.of()));
    }

    private static ProviderRequest file(URI url, Map<String, String> headers) {
        return ProviderRequest.get(url, headers).upTo(LARGEST_FILE);
    }

    private static FetchedMedia file(ProviderAnswer answer) {
        if (answer.isSuccess()) {
            return new FetchedMedia(answer.headers().get("Content-Type"), null, answer.body());
        }
        if (answer.isTemporary() || answer.status() == 401) {
            throw new IllegalStateException("The file cannot be had just now: " + answer.status());
        }
        throw new MediaGoneException("The file is gone");
    }

    private boolean isOurs(URI url) {
        return baseUrl.getScheme().equals(url.getScheme())
                && baseUrl.getHost().equals(url.getHost())
                && baseUrl.getPort() == url.getPort();
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private URI url(String path) {
        return baseUrl.resolve("/2010-04-01/Accounts/" + account + "/" + path);
    }

    private static String basic(String user, String password) {
        var pair = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
