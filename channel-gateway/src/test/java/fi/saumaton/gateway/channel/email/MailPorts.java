/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Mailboxes on free ports. Tests start the server behind them themselves, so that it can also be away; between it and the
 * mailbox {@code broken} stands a {@link FailingImap}.
 */
public final class MailPorts implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var smtp = freePort();
        var imap = freePort();
        var settings = new HashMap<String, String>();
        settings.putAll(mailbox("support", smtp, imap, true));
        settings.putAll(mailbox("restart", smtp, imap, false));
        settings.putAll(mailbox("broken", smtp, freePort(), false));
        settings.put("saumaton.channel.email.broken.imap.unreadable-after-tries", "3");
        settings.put("saumaton.channel.email.broken.imap.unreadable-after", "PT2S");
        return settings;
    }

    private static Map<String, String> mailbox(String name, String smtp, String imap, boolean read) {
        var prefix = "saumaton.channel.email." + name + ".";
        var address = name + "@saumaton.test";
        return Map.ofEntries(
                Map.entry(prefix + "address", address),
                Map.entry(prefix + "display-name", "Saumaton Tuki"),
                Map.entry(prefix + "trusted-authserv-id", "mx.saumaton.test"),
                Map.entry(prefix + "max-size", "2M"),
                Map.entry(prefix + "imap.enabled", Boolean.toString(read)),
                Map.entry(prefix + "imap.host", "127.0.0.1"),
                Map.entry(prefix + "imap.port", imap),
                Map.entry(prefix + "imap.user", address),
                Map.entry(prefix + "imap.password", name),
                Map.entry(prefix + "imap.tls", "none"),
                Map.entry(prefix + "imap.poll-every", "PT5S"),
                Map.entry(prefix + "imap.lease-for", "PT3S"),
                Map.entry(prefix + "imap.longest-pause", "PT1S"),
                Map.entry(prefix + "smtp.host", "127.0.0.1"),
                Map.entry(prefix + "smtp.port", smtp),
                Map.entry(prefix + "smtp.tls", "none"),
                Map.entry(prefix + "smtp.timeout", "PT3S"));
    }

    private static String freePort() {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
