/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a partner may name an address for us to call: what only our own network can reach is none of theirs. Names are judged as they are written; a name
 * that leads inside is the firewall's to stop.
 */
final class Targets {
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|0x[0-9a-f.x]+");
    private static final Pattern OWN_NAMES =
            Pattern.compile("localhost|.*\\.(localhost|local|internal|lan|svc|cluster\\.local)");

    private Targets() {}

    /** An https address with a public name: no number, no single word, none of the names that stand for something near. */
    static boolean isPublic(String url) {
        try {
            var uri = URI.create(url);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getUserInfo() == null
                    && isPublicName(uri.getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPublicName(String host) {
        if (host == null) {
            return false;
        }
        var name = host.toLowerCase(Locale.ROOT);
        return name.contains(".")
                && !name.startsWith("[")
                && !NUMBERS.matcher(name).matches()
                && !OWN_NAMES.matcher(name).matches();
    }
}
