/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Tells Twilio to ring telephones: at once after the commit that decided it, and by a sweep for what a stopped replica has left behind. */
@ApplicationScoped
class Dialler {
    private static final Logger LOG = Logger.getLogger(Dialler.class);

    private final DialService service;
    private final Instance<VoiceChannels> channels;
    private final Vertx vertx;
    private volatile boolean stopping;

    /** {@code channels}: looked up late, for they are made when the first message is. */
    Dialler(DialService service, Instance<VoiceChannels> channels, Vertx vertx) {
        this.service = service;
        this.channels = channels;
        this.vertx = vertx;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** On a context of its own: it is called after commits. */
    void wake() {
        if (!stopping) {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(nothing -> waiting(dial()).subscribe().with(done -> {}));
        }
    }

    @Scheduled(every = "PT2S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return idle() ? Uni.createFrom().voidItem() : waiting(dial().chain(this::giveUp));
    }

    @Scheduled(every = "PT1H", delayed = "PT5M", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return idle() ? Uni.createFrom().voidItem() : waiting(service.forget());
    }

    private static Uni<Void> waiting(Uni<Void> work) {
        return work.onFailure()
                .invoke(failure -> LOG.debug("Telephones wait for the next sweep", failure))
                .onFailure()
                .recoverWithNull();
    }

    private boolean idle() {
        return stopping || channels.get().channels().isEmpty();
    }

    private Uni<Void> dial() {
        return service.claim().chain(due -> each(due, this::dial));
    }

    private Uni<Void> dial(CallRepository.Due due) {
        var channel = channels.get().find(due.call().channel());
        return channel == null
                ? Uni.createFrom().voidItem()
                : channel.ring(due).chain(said -> service.note(channel, due, said));
    }

    private Uni<Void> giveUp() {
        return service.late()
                .chain(late -> each(late, one -> {
                    var channel = channels.get().find(one.channel());
                    return channel == null ? Uni.createFrom().voidItem() : service.giveUp(channel, one);
                }));
    }

    /** One after the other: the account may make one call a second anyway. What fails is left to the next sweep. */
    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> action) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> action.apply(one)
                        .onFailure()
                        .invoke(failure -> LOG.warnf(
                                "A telephone was not rung: %s",
                                failure.getClass().getSimpleName()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
