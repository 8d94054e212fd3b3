/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.Map;

/**
 * A part of what a provider sent, one record of the {@code ingress} topic.
 *
 * @param key the sender's handle; records with the same key keep their order. Empty: they keep the order of the whole channel
 * @param contentType of the body
 * @param attributes as in {@link RawInbound#attributes()}: what the parser has to know besides the body
 */
public record Slice(String key, String contentType, Map<String, String> attributes, byte[] body) {
    public static Slice json(String key, byte[] body) {
        return new Slice(key, "application/json", Map.of(), body);
    }

    /** The whole body. */
    public static Slice of(String key, HookRequest request) {
        return new Slice(key, request.contentType(), Map.of(), request.body());
    }
}
