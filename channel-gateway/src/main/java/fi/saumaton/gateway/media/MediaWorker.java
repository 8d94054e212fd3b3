/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.media;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.MediaGoneException;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.media.MediaRepository.Claimed;

/** Fetches pending files, a few at a time; replicas share the work by leases. */
@ApplicationScoped
class MediaWorker {
    private static final Logger LOG = Logger.getLogger(MediaWorker.class);

    private final MediaService service;
    private final Channels channels;
    private final MediaConfig config;
    private final ObjectMapper mapper;
    private final Vertx vertx;

    MediaWorker(MediaService service, Channels channels, MediaConfig config, ObjectMapper mapper, Vertx vertx) {
        this.service = service;
        this.channels = channels;
        this.config = config;
        this.mapper = mapper;
        this.vertx = vertx;
    }

    /** Goes on as long as there is something: a message with ten photos does not take ten sweeps. */
    @Scheduled(every = "PT1S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return service.claim()
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : fetchAll(claimed).chain(this::sweep))
                .onFailure()
                .invoke(failure -> LOG.debug("Files wait for the next sweep", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> fetchAll(List<Claimed> claimed) {
        return Uni.join()
                .all(claimed.stream().map(this::isolated).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    /** Each on a context of its own, with sessions of its own. */
    private Uni<Boolean> isolated(Claimed claimed) {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(nothing -> take(claimed)
                    .onFailure()
                    .invoke(failure -> LOG.warnf(
                            "File %s was left to its lease: %s",
                            claimed.id(), failure.getClass().getSimpleName()))
                    .subscribe()
                    .with(done -> emitter.complete(true), failure -> emitter.complete(false)));
        });
    }

    private Uni<Void> take(Claimed claimed) {
        var channel = channels.find(claimed.channel()).orElse(null);
        if (channel == null) {
            return service.again(claimed);
        }
        var ref = ref(claimed);
        var context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .deferred(() -> channel.fetch(ref))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .invoke(file -> MediaCheck.check(ref, file, config.largest()))
                .map(Got::new)
                .onFailure(MediaGoneException.class)
                .recoverWithItem(failure -> new Got(null, failure.getMessage()))
                .onFailure()
                .recoverWithItem(failure -> new Got(null, null))
                .emitOn(command -> context.runOnContext(nothing -> command.run()))
                .chain(got -> got.settle(service, claimed));
    }

    /** What an attempt brought: the file, or why there never will be one, or neither. */
    private record Got(FetchedMedia file, String lost) {
        Got(FetchedMedia file) {
            this(file, null);
        }

        Uni<Void> settle(MediaService service, Claimed claimed) {
            if (file != null) {
                return service.store(claimed, file);
            }
            return lost != null ? service.fail(claimed, lost) : service.again(claimed);
        }
    }

    private MediaRef ref(Claimed claimed) {
        try {
            return mapper.readValue(claimed.ref(), MediaRef.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A reference to a file cannot be read", e);
        }
    }
}
