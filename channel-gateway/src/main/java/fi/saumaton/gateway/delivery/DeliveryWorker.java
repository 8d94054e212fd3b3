/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
import fi.saumaton.gateway.channel.Outbound;

/**
 * Hands pending messages to their channels: at once after the commit that stored them, and again by the sweep when their time has come. One round at a time
 * per replica; replicas share the work by leases.
 */
@ApplicationScoped
class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final String NO_OUTCOME = "The outcome of the attempt is not known";

    private final ClaimService claims;
    private final DeliveryService service;
    private final SettlementService settlements;
    private final Channels channels;
    private final DeliveryConfig config;
    private final Vertx vertx;
    /** 0: idle, 1: at work, 2: at work and called again meanwhile. */
    private final AtomicInteger calls = new AtomicInteger();
    /** Attempts of this replica, by channel. */
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    DeliveryWorker(
            ClaimService claims,
            DeliveryService service,
            SettlementService settlements,
            Channels channels,
            DeliveryConfig config,
            Vertx vertx) {
        this.claims = claims;
        this.settlements = settlements;
        this.service = service;
        this.channels = channels;
        this.config = config;
        this.vertx = vertx;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "${saumaton.delivery.sweep:PT2S}")
    void wake() {
        if (!stopping && calls.getAndUpdate(n -> Math.min(n + 1, 2)) == 0) {
            round();
        }
    }

    /** Takes what there is room for. Attempts run on by themselves: a provider that is slow holds nobody else up. */
    private void round() {
        int room = config.parallel()
                - underWay.values().stream().mapToInt(Integer::intValue).sum();
        if (room <= 0) {
            next(0); // the first attempt that ends calls again
            return;
        }
        own(() -> claims.claim(Math.min(room, config.perChannel()), busy())
                .invoke(round -> wakeAfter(round.next()))
                .map(round -> start(round.claimed()))
                .onFailure()
                .invoke(failure -> LOG.debug("Deliveries wait for the next sweep", failure))
                .onFailure()
                .recoverWithItem(0)
                .invoke(this::next)
                .replaceWithVoid());
    }

    /** Channels with as many attempts under way as one may have. */
    private Set<String> busy() {
        return underWay.entrySet().stream()
                .filter(entry -> entry.getValue() >= config.perChannel())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A rate holds something back, and not until the next sweep. */
    private void wakeAfter(Duration pause) {
        if (pause != null && pause.compareTo(config.sweep()) < 0) {
            vertx.setTimer(Math.max(1, pause.toMillis()), timer -> wake());
        }
    }

    private void next(int started) {
        boolean more = started > 0;
        if (!stopping && (more || calls.get() == 2)) {
            calls.set(1);
            round();
        } else if (!calls.compareAndSet(1, 0)) {
            calls.set(1);
            round();
        }
    }

    /** Different conversations, so in parallel; each attempt on a context of its own, with sessions of its own. */
    private int start(List<Claimed> claimed) {
        for (var one : claimed) {
            underWay.merge(one.channel(), 1, Integer::sum);
            own(() -> deliver(one)
                    .onFailure()
                    .invoke(failure -> LOG.warnf(
                            "Delivery of message %s was left to its lease: %s",
                            one.messageId(), failure.getClass().getSimpleName()))
                    .onFailure()
                    .recoverWithNull()
                    .onTermination()
                    .invoke(() -> {
                        underWay.computeIfPresent(one.channel(), (name, count) -> count > 1 ? count - 1 : null);
                        wake();
                    }));
        }
        return claimed.size();
    }

    private void own(Supplier<Uni<Void>> work) {
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(nothing -> Uni.createFrom()
                .deferred(() -> work.get())
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("A round of deliveries has failed", failure)));
    }

    private Uni<Void> deliver(Claimed claimed) {
        if (claimed.overdue() && !claimed.uncertain()) {
            return settlements.giveUp(claimed);
        }
        var channel = channels.find(claimed.channel()).orElse(null);
        if (channel == null) {
            return settlements.settle(claimed, new DeliveryOutcome.TemporaryFailure("The channel is switched off"));
        }
        if (claimed.uncertain()) {
            return lookUp(channel, claimed);
        }
        boolean mayResend = mayResend(channel);
        if (claimed.abandoned() && !mayResend) {
            return settlements.settle(claimed, new DeliveryOutcome.Uncertain(NO_OUTCOME));
        }
        return attempt(claimed, channel::send)
                .map(outcome -> outcome instanceof DeliveryOutcome.Uncertain doubt && mayResend
                        ? new DeliveryOutcome.TemporaryFailure(doubt.reason())
                        : outcome)
                .chain(outcome -> settlements.settle(claimed, outcome));
    }

    /** The receiver can tell a repetition, or the installation would rather send twice than late. */
    private boolean mayResend(Channel channel) {
        return channel.capabilities().resend() == Resend.SAME_ID
                || config.ratherTwice().orElse(Set.of()).contains(channel.name());
    }

    /** Asks the provider what became of a message; null for an answer means that it cannot be asked. */
    private Uni<Void> lookUp(Channel channel, Claimed claimed) {
        return attempt(claimed, channel::lookUp).chain(outcome -> switch (outcome) {
            case null -> settlements.leave(claimed);
            case DeliveryOutcome.Uncertain doubt -> settlements.askAgain(claimed);
            default -> settlements.settle(claimed, outcome);
        });
    }

    /** Comes back to the context it was called on, whatever thread the channel or the clock answers on. */
    private Uni<DeliveryOutcome> attempt(Claimed claimed, Function<Outbound, Uni<DeliveryOutcome>> call) {
        var context = vertx.getOrCreateContext();
        return service.outbound(claimed)
                .chain(outbound -> Uni.createFrom()
                        .deferred(() -> call.apply(outbound))
                        .ifNoItem()
                        .after(config.timeout())
                        .fail()
                        .onFailure()
                        .recoverWithItem(failure -> new DeliveryOutcome.Uncertain(NO_OUTCOME))
                        .emitOn(command -> context.runOnContext(nothing -> command.run())));
    }
}
