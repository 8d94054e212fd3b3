/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A call to a provider.
 *
 * @param headers besides Host and Content-Length; secrets in them are never logged
 * @param body null for none
 * @param timeout for the whole of it, the answer's body included
 * @param largestAnswer bytes; a longer answer fails
 */
public record ProviderRequest(
        String method, URI url, Map<String, String> headers, byte[] body, Duration timeout, int largestAnswer) {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int LARGEST_ANSWER = 1024 * 1024;

    public ProviderRequest {
        headers = Map.copyOf(headers);
    }

    public static ProviderRequest get(URI url, Map<String, String> headers) {
        return new ProviderRequest("GET", url, headers, null, TIMEOUT, LARGEST_ANSWER);
    }

    /** {@code headers} name the content's type. */
    public static ProviderRequest post(URI url, Map<String, String> headers, byte[] body) {
        return new ProviderRequest("POST", url, headers, body, TIMEOUT, LARGEST_ANSWER);
    }

    /** The same as JSON. */
    public static ProviderRequest postJson(URI url, Map<String, String> headers, String json) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return post(url, all, json.getBytes(StandardCharsets.UTF_8));
    }

    public ProviderRequest within(Duration limit) {
        return new ProviderRequest(method, url, headers, body, limit, largestAnswer);
    }

    public ProviderRequest upTo(int answerBytes) {
        return new ProviderRequest(method, url, headers, body, timeout, answerBytes);
    }
}
