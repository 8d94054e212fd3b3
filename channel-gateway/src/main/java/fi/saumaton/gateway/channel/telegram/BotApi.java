/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.MediaGoneException;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.ProviderRequest;

/** One bot's calls. Its token stands in every address, so no address leaves this class. */
final class BotApi {
    /** What getFile gives. Bytes. */
    private static final int LARGEST_FILE = 20 * 1024 * 1024;

    /** A file may take its time on a slow line. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String methods;
    private final String files;
    private final ProviderClient client;
    private final ObjectMapper mapper;

    BotApi(URI base, String token, ProviderClient client, ObjectMapper mapper) {
        var root = base.toString().replaceAll("/+$", "");
        this.methods = root + "/bot" + token + "/";
        this.files = root + "/file/bot" + token + "/";
        this.client = client;
        this.mapper = mapper;
    }

    Uni<DeliveryOutcome> deliver(TelegramCalls.Call call) {
        return client.deliver(request(call), answer -> BotAnswer.outcome(answer.status(), json(answer)));
    }

    /** Shown for five seconds, or until the message comes. */
    Uni<Void> typing(String chat) {
        var body = JsonNodeFactory.instance.objectNode().put("chat_id", chat).put("action", "typing");
        return client.send(request(call("sendChatAction", body))).replaceWithVoid();
    }

    Uni<FetchedMedia> fetch(MediaRef ref) {
        if (ref.size() != null && ref.size() > LARGEST_FILE) {
            return Uni.createFrom().failure(new MediaGoneException("Telegram gives bots files up to 20 MB only"));
        }
        var body = JsonNodeFactory.instance.objectNode().put("file_id", ref.id());
        return client.send(request(call("getFile", body))).chain(this::download);
    }

    private Uni<FetchedMedia> download(ProviderAnswer answer) {
        var path = json(answer).path("result").path("file_path").asText("");
        if (answer.status() / 100 == 4 && answer.status() != 429) {
            throw new MediaGoneException("Telegram does not give the file any more, or it is too large");
        }
        if (!answer.isSuccess() || path.isEmpty()) {
            throw new IllegalStateException("Telegram answered " + answer.status());
        }
        return client.send(ProviderRequest.get(URI.create(files + path), Map.of())
                        .within(PATIENCE)
                        .upTo(LARGEST_FILE))
                .map(BotApi::content);
    }

    private static FetchedMedia content(ProviderAnswer answer) {
        if (answer.status() == 404) {
            throw new MediaGoneException("Telegram does not have the file any more");
        }
        if (!answer.isSuccess()) {
            throw new IllegalStateException("Telegram answered " + answer.status());
        }
        return new FetchedMedia(null, null, answer.body());
    }

    private ProviderRequest request(TelegramCalls.Call call) {
        var request = ProviderRequest.post(
                URI.create(methods + call.method()), Map.of("Content-Type", call.contentType()), call.body());
        return call.contentType().startsWith("multipart/") ? request.within(PATIENCE) : request;
    }

    private static TelegramCalls.Call call(String method, JsonNode body) {
        return new TelegramCalls.Call(
                method, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode json(ProviderAnswer answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
