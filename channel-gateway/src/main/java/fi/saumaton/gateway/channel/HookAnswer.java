/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.nio.charset.StandardCharsets;

/** What the provider is answered. */
public record HookAnswer(int status, String contentType, byte[] body) {
    private static final String JSON = "application/json";
    private static final HookAnswer ACCEPTED = text(200, JSON, "{\"accepted\":true}");

    public static HookAnswer accepted() {
        return ACCEPTED;
    }

    public static HookAnswer text(int status, String contentType, String body) {
        return new HookAnswer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static HookAnswer plain(String body) {
        return text(200, "text/plain", body);
    }
}
