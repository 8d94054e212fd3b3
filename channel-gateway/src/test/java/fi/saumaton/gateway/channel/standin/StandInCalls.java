/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.standin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import fi.saumaton.gateway.channel.HookCall;
import fi.saumaton.gateway.channel.ProviderStandIn;

/** What the stand-in's provider calls with, and is called with. */
final class StandInCalls {
    private StandInCalls() {}

    static int port() {
        return ConfigProvider.getConfig().getValue("saumaton.test.standin.port", Integer.class);
    }

    static HookCall item(String name, Map<String, Object> item) {
        var body = new JsonObject()
                .put("items", new JsonArray().add(new JsonObject(item)))
                .encode();
        return HookCall.of(
                "/api/v1/hooks/standin/" + name,
                Map.of(
                        "Content-Type",
                        "application/json",
                        StandInChannel.SIGNATURE,
                        StandInChannel.sign(body.getBytes(StandardCharsets.UTF_8))),
                body);
    }

    static String textOf(ProviderStandIn.Request request) {
        return request.method().equals("POST") && request.uri().equals("/messages")
                ? new JsonObject(request.body()).getString("text")
                : null;
    }

    static List<String> texts(ProviderStandIn provider) {
        return provider.requests().stream()
                .map(StandInCalls::textOf)
                .filter(text -> text != null)
                .toList();
    }
}
