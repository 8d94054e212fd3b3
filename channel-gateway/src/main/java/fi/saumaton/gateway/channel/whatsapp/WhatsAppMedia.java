/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.MediaGoneException;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.meta.ErrorClass;
import fi.saumaton.gateway.channel.meta.GraphAnswer;
import fi.saumaton.gateway.channel.meta.GraphClient;

/** Fetches customers' files: the id (good for seven days) gives an address (good for five minutes), which wants our token as well. */
final class WhatsAppMedia {
    private static final int NO_SUCH_OBJECT = 100;

    private final GraphClient graph;
    private final int largest;

    /** @param largest bytes; a larger file is not fetched at all */
    WhatsAppMedia(GraphClient graph, int largest) {
        this.graph = graph;
        this.largest = largest;
    }

    Uni<FetchedMedia> fetch(MediaRef ref) {
        var id = URLEncoder.encode(ref.id(), StandardCharsets.UTF_8);
        return graph.get(id)
                .map(this::found)
                .chain(found -> graph.download(URI.create(found.path("url").asText()), largest)
                        .map(answer -> file(found, answer)));
    }

    private JsonNode found(GraphAnswer answer) {
        if (answer.isSuccess() && answer.body().path("file_size").asLong(0) > largest) {
            throw new MediaGoneException("The file is too large");
        }
        if (answer.isSuccess() && answer.body().has("url")) {
            return answer.body();
        }
        var error = answer.error().orElse(null);
        if (error != null
                && (error.code() == NO_SUCH_OBJECT || WhatsAppErrors.rule(error).errorClass() == ErrorClass.FINAL)) {
            throw new MediaGoneException("WhatsApp no longer has the file");
        }
        throw new IllegalStateException("WhatsApp answered " + answer.status());
    }

    /** An address that is over by now is asked for anew at the next attempt. */
    private static FetchedMedia file(JsonNode found, ProviderAnswer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("WhatsApp answered " + answer.status());
        }
        var mediaType = found.path("mime_type").asText("");
        return new FetchedMedia(mediaType.isBlank() ? null : mediaType, null, answer.body());
    }
}
