/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.OutboundFile;

/** Files are uploaded before anything is sent: as long as nothing has gone out, all of it can be tried again. */
public final class Uploads {
    private final List<OutboundFile> files;
    private final Function<OutboundFile, Uni<Upload>> upload;
    private final List<String> ids = new ArrayList<>();

    /**
     * What became of one file.
     *
     * @param id Meta's, null when it was not taken
     * @param refused why not; null when it was
     */
    public record Upload(String id, DeliveryOutcome refused) {}

    private Uploads(List<OutboundFile> files, Function<OutboundFile, Uni<Upload>> upload) {
        this.files = files;
        this.upload = upload;
    }

    /** {@code send} gets the ids of all files; the first that is not taken is the outcome of the whole. */
    public static Uni<DeliveryOutcome> first(
            List<OutboundFile> files,
            Function<OutboundFile, Uni<Upload>> upload,
            Function<List<String>, Uni<DeliveryOutcome>> send) {
        return new Uploads(files, upload).next(send);
    }

    private Uni<DeliveryOutcome> next(Function<List<String>, Uni<DeliveryOutcome>> send) {
        if (ids.size() == files.size()) {
            return send.apply(List.copyOf(ids));
        }
        return upload.apply(files.get(ids.size())).chain(done -> {
            if (done.refused() != null) {
                return Uni.createFrom().item(done.refused());
            }
            ids.add(done.id());
            return next(send);
        });
    }
}
