/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

import io.vertx.core.MultiMap;

/**
 * A provider's call.
 *
 * @param method upper case
 * @param url as the provider knows it, with the query exactly as it came: some sign it
 * @param rest the path below the channel's own, without a slash at its begin; empty for the channel itself
 * @param headers names in any case
 * @param query decoded parameters of the url
 * @param body raw bytes, empty for a GET
 * @param receivedAt by our clock
 */
public record HookRequest(
        String method, String url, String rest, MultiMap headers, MultiMap query, byte[] body, Instant receivedAt) {

    /** Null when it is not there. */
    public String header(String name) {
        return headers.get(name);
    }

    /** Null when it is not there. */
    public String parameter(String name) {
        return query.get(name);
    }

    /** Without its parameters, lower case; {@code application/octet-stream} when it is not given. */
    public String contentType() {
        var type = header("Content-Type");
        return type == null
                ? "application/octet-stream"
                : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
