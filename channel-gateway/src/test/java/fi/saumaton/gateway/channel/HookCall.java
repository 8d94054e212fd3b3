/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;

/** A provider's signed call to the gateway, which can be made again and be tampered with. */
public record HookCall(String path, Map<String, String> headers, byte[] body) {
    public static HookCall of(String path, Map<String, String> headers, String body) {
        return new HookCall(path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    public Response send() {
        var request = given().config(RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY)));
        headers.forEach(request::header);
        return request.body(body).post(path);
    }

    public HookCall with(String header, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new HookCall(path, changed, body);
    }

    public HookCall without(String header) {
        var changed = new LinkedHashMap<>(headers);
        changed.keySet().removeIf(header::equalsIgnoreCase);
        return new HookCall(path, changed, body);
    }

    public HookCall withBody(byte[] other) {
        return new HookCall(path, headers, other);
    }
}
