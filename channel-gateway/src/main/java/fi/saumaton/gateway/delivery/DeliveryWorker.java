/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import fi.saumaton.gateway.channel.Capabilities.Resend;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.delivery.DeliveryRepository.Claimed;

/**
 * Hands pending messages to their channels: at once after the commit that stored them, and again by the sweep when their time has come. One round at a time
 * per replica; replicas share the work by leases.
 */
@ApplicationScoped
class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final String NO_OUTCOME = "The outcome of the attempt is not known";

    private final DeliveryService service;
    private final Channels channels;
    private final DeliveryConfig config;
    private final Vertx vertx;
    /** 0: idle, 1: at work, 2: at work and called again meanwhile. */
    private final AtomicInteger calls = new AtomicInteger();

    private volatile boolean stopping;

    DeliveryWorker(DeliveryService service, Channels channels, DeliveryConfig config, Vertx vertx) {
        this.service = service;
        this.channels = channels;
        this.config = config;
        this.vertx = vertx;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "PT2S")
    void wake() {
        if (!stopping && calls.getAndUpdate(n -> Math.min(n + 1, 2)) == 0) {
            round();
        }
    }

    private void round() {
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(nothing -> service.claim()
                .chain(this::deliver)
                .onFailure()
                .invoke(failure -> LOG.debug("Deliveries wait for the next sweep", failure))
                .onFailure()
                .recoverWithItem(0)
                .subscribe()
                .with(this::next));
    }

    private void next(int delivered) {
        boolean more = delivered > 0;
        if (!stopping && (more || calls.get() == 2)) {
            calls.set(1);
            round();
        } else if (!calls.compareAndSet(1, 0)) {
            calls.set(1);
            round();
        }
    }

    /** Different conversations, so in parallel; each attempt on a context of its own, with sessions of its own. */
    private Uni<Integer> deliver(List<Claimed> claimed) {
        if (claimed.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Uni.join()
                .all(claimed.stream().map(this::isolated).toList())
                .andCollectFailures()
                .map(List::size);
    }

    private Uni<Boolean> isolated(Claimed claimed) {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(nothing -> deliver(claimed)
                    .onFailure()
                    .invoke(failure -> LOG.warnf(
                            "Delivery of message %s was left to its lease: %s",
                            claimed.messageId(), failure.getClass().getSimpleName()))
                    .subscribe()
                    .with(done -> emitter.complete(true), failure -> emitter.complete(false)));
        });
    }

    private Uni<Void> deliver(Claimed claimed) {
        var channel = channels.find(claimed.channel()).orElse(null);
        if (channel == null) {
            return service.again(claimed, "The channel is switched off");
        }
        boolean mayResend = channel.capabilities().resend() == Resend.SAME_ID;
        if (claimed.abandoned() && !mayResend) {
            return service.settle(claimed, new DeliveryOutcome.Uncertain(NO_OUTCOME));
        }
        return attempt(channel, claimed)
                .chain(outcome -> outcome instanceof DeliveryOutcome.Uncertain doubt && mayResend
                        ? service.again(claimed, doubt.reason())
                        : service.settle(claimed, outcome));
    }

    private Uni<DeliveryOutcome> attempt(Channel channel, Claimed claimed) {
        return service.outbound(claimed)
                .chain(outbound -> Uni.createFrom()
                        .deferred(() -> channel.send(outbound))
                        .ifNoItem()
                        .after(config.timeout())
                        .fail()
                        .onFailure()
                        .recoverWithItem(failure -> new DeliveryOutcome.Uncertain(NO_OUTCOME)));
    }
}
