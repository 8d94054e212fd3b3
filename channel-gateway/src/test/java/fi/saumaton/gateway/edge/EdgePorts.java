/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Addresses for services behind the gateway, which tests start (or not) themselves, and limits that can be reached. */
public final class EdgePorts implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "saumaton.upstream.customer", address(),
                "saumaton.upstream.routing", address(),
                "saumaton.upstream.analytics", address(),
                "saumaton.edge.answer-timeout", "PT1S",
                "saumaton.edge.connect-timeout", "PT0.5S",
                "saumaton.edge.limit.per-second", "50",
                "saumaton.edge.limit.burst", "2000");
    }

    private static String address() {
        try (var socket = new ServerSocket(0)) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
