/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** What the gateway of the tests is configured with besides the stack. */
public final class TestSettings implements QuarkusTestResourceLifecycleManager {
    public static final String WEBHOOK_SECRET = "c2F1bWF0b24tdGVzdC13ZWJob29rLXNlY3JldC0wMDE=";
    public static final String VISITOR_SECRET = "c2F1bWF0b24tdGVzdC12aXNpdG9yLXNlY3JldC0wMDE=";
    public static final String EXCHANGE_TOKEN = "saumaton-test-exchange-token";
    public static final int BURST = 40;

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(general());
        settings.putAll(TestMeta.settings(TestSettings::freePort));
        settings.putAll(TestTwilio.settings(freePort()));
        return settings;
    }

    private static Map<String, String> general() {
        return Map.ofEntries(
                Map.entry("saumaton.visitor.token-secret", VISITOR_SECRET),
                Map.entry("saumaton.visitor.rate.burst", Integer.toString(BURST)),
                Map.entry("saumaton.visitor.rate.per-second", "5"),
                Map.entry("saumaton.channel.webchat.shop.token-public-key", TestShop.publicKey()),
                Map.entry("saumaton.channel.webchat.shop.token-audience", "webchat:shop"),
                Map.entry("saumaton.channel.webchat.shop.origins", "http://shop.test"),
                Map.entry("saumaton.channel.webchat.other.max-text-length", "100"),
                Map.entry("saumaton.channel.webhook.bench.secret", WEBHOOK_SECRET),
                Map.entry("saumaton.channel.webhook.answering.secret", WEBHOOK_SECRET),
                Map.entry("saumaton.channel.webhook.answering.url", "http://127.0.0.1:" + freePort() + "/answers"),
                Map.entry("saumaton.channel.cti.office.secret", WEBHOOK_SECRET),
                Map.entry("saumaton.channel.cti.office.token", EXCHANGE_TOKEN),
                Map.entry("saumaton.channel.cti.office.dial-url", "http://127.0.0.1:" + freePort() + "/dial"),
                Map.entry("saumaton.channel.cti.mute.token", EXCHANGE_TOKEN),
                Map.entry("saumaton.custom-channels.any-target", "true"),
                Map.entry("saumaton.test.standin.port", Integer.toString(freePort())),
                Map.entry("saumaton.media.first-gap", "PT0.2S"),
                Map.entry("saumaton.delivery.sweep", "PT1S"),
                Map.entry("saumaton.delivery.first-gap", "PT0.2S"),
                Map.entry("saumaton.delivery.longest-pause", "PT1S"),
                Map.entry("saumaton.delivery.lease", "PT5S"),
                Map.entry("saumaton.delivery.timeout", "PT3S"));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
