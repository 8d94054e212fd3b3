/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;

/** The open sockets of this replica, by recipient. */
@ApplicationScoped
class Sockets {
    private final Map<String, Set<StreamSession>> byRecipient = new ConcurrentHashMap<>();
    private final StreamConfig config;
    private final Clock clock;
    private volatile boolean stopping;

    Sockets(StreamConfig config, Clock clock, MeterRegistry metrics) {
        this.config = config;
        this.clock = clock;
        metrics.gaugeMapSize("stream.recipients", List.of(), byRecipient);
    }

    void add(StreamSession session) {
        byRecipient.compute(session.recipient(), (recipient, sessions) -> {
            var all = sessions == null ? ConcurrentHashMap.<StreamSession>newKeySet() : sessions;
            all.add(session);
            return all;
        });
        if (stopping) {
            session.close(CloseCode.RESTART);
        }
    }

    void remove(StreamSession session) {
        byRecipient.computeIfPresent(session.recipient(), (recipient, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    boolean has(String recipient) {
        return byRecipient.containsKey(recipient);
    }

    boolean anyOf(Collection<String> recipients) {
        return recipients.stream().anyMatch(this::has);
    }

    List<String> recipients() {
        return List.copyOf(byRecipient.keySet());
    }

    void publish(List<StreamEvent> events) {
        for (var event : events) {
            var frame = Frames.event(event);
            of(event.recipient()).forEach(session -> session.offer(event, frame));
        }
    }

    void wake(Map<String, Long> last) {
        new HashMap<>(last).forEach((recipient, sequence) -> of(recipient).forEach(session -> session.wake(sequence)));
    }

    void signal(StreamSignal signal) {
        var frame = Frames.signal(signal);
        of(signal.recipient()).forEach(session -> session.signal(frame));
    }

    @Scheduled(every = "PT10S")
    void ping() {
        each(StreamSession::ping);
    }

    @Scheduled(every = "PT1S")
    void checkTokens() {
        var now = clock.instant();
        var warnBefore = now.plus(config.tokenWarning());
        each(session -> session.checkToken(now, warnBefore));
    }

    /** Before the replica stops listening, so that clients find another at once; who comes all the same is sent on. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
        each(session -> session.close(CloseCode.RESTART));
    }

    private void each(Consumer<StreamSession> action) {
        byRecipient.values().forEach(sessions -> sessions.forEach(action));
    }

    private Set<StreamSession> of(String recipient) {
        return byRecipient.getOrDefault(recipient, Set.of());
    }
}
