/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SocketsTest {
    private static final StreamConfig CONFIG = new StreamConfig() {
        @Override
        public int queue() {
            return 10;
        }

        @Override
        public Duration tokenWarning() {
            return Duration.ofMinutes(1);
        }

        @Override
        public String wakeupTopic() {
            return "gateway.wakeups";
        }
    };

    private final Sockets sockets = new Sockets(CONFIG, Clock.systemUTC(), new SimpleMeterRegistry());
    private final List<String> closed = new ArrayList<>();

    private StreamSession session(String recipient) {
        var connection = (WebSocketConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocketConnection.class}, (proxy, method, arguments) -> {
                    closed.add(recipient + " " + ((CloseReason) arguments[0]).getCode());
                    return Uni.createFrom().voidItem();
                });
        return new StreamSession(
                recipient,
                connection,
                Instant.MAX,
                (who, position) -> Uni.createFrom().nothing(),
                CONFIG.queue());
    }

    @Test
    void everySocketIsToldOfTheStopAndWhoComesLateIsToo() {
        sockets.add(session("agent:jenni"));
        sockets.add(session("visitor:mikko"));
        assertEquals(List.of(), closed);

        sockets.stop(new ShutdownDelayInitiatedEvent());
        assertEquals(
                List.of("agent:jenni 1012", "visitor:mikko 1012"),
                closed.stream().sorted().toList());

        sockets.add(session("agent:sami"));
        assertEquals("agent:sami 1012", closed.getLast());
    }
}
