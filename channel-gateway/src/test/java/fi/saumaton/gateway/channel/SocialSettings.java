/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Telegram, X, LinkedIn and what belongs to them, as the tests have them: on this machine, each on a port of its own. */
public final class SocialSettings implements QuarkusTestResourceLifecycleManager {
    public static final String HOOK_SECRET = "a-secret_for-Telegrams-hook";
    public static final String CONSUMER_SECRET = "a-consumer-secret";
    public static final String DEVICE_KEY = "a-key-of-the-tablet";
    public static final String CLIENT_SECRET = "a-client-secret";

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                Map.entry("saumaton.channel.telegram.shop.token", "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"),
                Map.entry("saumaton.channel.telegram.shop.hook-secret", HOOK_SECRET),
                Map.entry("saumaton.channel.telegram.shop.base-url", here()),
                Map.entry("saumaton.channel.x.support.user-id", "10"),
                Map.entry("saumaton.channel.x.support.consumer-key", "a-consumer-key"),
                Map.entry("saumaton.channel.x.support.consumer-secret", CONSUMER_SECRET),
                Map.entry("saumaton.channel.x.support.access-token", "an-access-token"),
                Map.entry("saumaton.channel.x.support.token-secret", "a-token-secret"),
                Map.entry("saumaton.channel.x.support.messages-per-quarter", "9000"),
                Map.entry("saumaton.channel.x.support.base-url", here()),
                Map.entry("saumaton.channel.linkedin.company.organization", "urn:li:organization:9"),
                Map.entry("saumaton.channel.linkedin.company.client-secret", CLIENT_SECRET),
                Map.entry("saumaton.channel.linkedin.company.access-token", "an-access-token"),
                Map.entry("saumaton.channel.linkedin.company.version", "202610"),
                Map.entry("saumaton.channel.linkedin.company.base-url", here()),
                Map.entry("saumaton.channel.logged.linkedin.title", "LinkedIn messages"),
                Map.entry("saumaton.channel.form.contact.answer-by", "webhook:answering"),
                Map.entry("saumaton.channel.form.contact.origins", "http://shop.test"),
                Map.entry("saumaton.channel.form.contact.per-address", "1000"),
                Map.entry("saumaton.channel.form.contact.per-minute", "1000"),
                Map.entry("saumaton.channel.form.limited.per-address", "2"),
                Map.entry("saumaton.channel.visit.helsinki.title", "Helsinki"),
                Map.entry("saumaton.channel.visit.helsinki.device-key", DEVICE_KEY));
    }

    private static String here() {
        try (var socket = new ServerSocket(0)) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
