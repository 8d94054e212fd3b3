/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.net.URI;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.MediaGoneException;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.ProviderAnswer;

/** Fetches customers' files from the signed addresses that came with the message. They expire: what is over is lost. */
final class MessagingMedia {
    /** Meta takes files up to 25 MB. */
    private static final int LARGEST = 26 * 1024 * 1024;

    private final GraphClient graph;

    MessagingMedia(GraphClient graph) {
        this.graph = graph;
    }

    Uni<FetchedMedia> fetch(MediaRef ref) {
        return graph.downloadOpenly(address(ref.url()), LARGEST).map(MessagingMedia::file);
    }

    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new MediaGoneException("The file has no address that can be used");
        }
    }

    private static FetchedMedia file(ProviderAnswer answer) {
        return switch (answer.status()) {
            case 200 -> new FetchedMedia(answer.headers().get("Content-Type"), null, answer.body());
            case 400, 403, 404, 410 -> throw new MediaGoneException("Meta no longer has the file");
            default -> throw new IllegalStateException("Meta answered " + answer.status());
        };
    }
}
