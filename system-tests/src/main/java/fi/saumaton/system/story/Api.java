/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A caller of the platform's REST API: one base address, one token (or none), JSON both ways. */
public final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final Supplier<String> token;

    private Api(URI base, Supplier<String> token) {
        this.base = base;
        this.token = token;
    }

    /** A caller who says who they are; the token is asked for at each call, so it may be renewed meanwhile. */
    public static Api as(URI base, Supplier<String> token) {
        return new Api(base, token);
    }

    /** A caller without a token. */
    public static Api anonymous(URI base) {
        return new Api(base, () -> null);
    }

    /** An answer: status, headers and the body as JSON ({@link MissingNode} where there is none). */
    public record Answer(int status, HttpResponse<String> raw) {

        public JsonNode json() {
            return raw.body().isBlank() ? MissingNode.getInstance() : read(raw.body());
        }

        /** The JSON body of an answer that must have one of these statuses; anything else is an error that shows it. */
        public JsonNode expect(int... statuses) {
            for (var expected : statuses) {
                if (status == expected) {
                    return json();
                }
            }
            throw new IllegalStateException(
                    "%s answered %d: %s".formatted(raw.request().uri().getPath(), status, raw.body()));
        }
    }

    public Answer get(String path) {
        return exchange(request(path).GET());
    }

    public Answer post(String path, Object body, String... headers) {
        return exchange(withHeaders(request(path).POST(BodyPublishers.ofString(write(body))), headers)
                .header("Content-Type", "application/json"));
    }

    public Answer put(String path, Object body, String... headers) {
        return exchange(withHeaders(request(path).PUT(BodyPublishers.ofString(write(body))), headers)
                .header("Content-Type", "application/json"));
    }

    /** Any bytes under any content type: for doors that must survive what is not JSON. */
    public Answer postRaw(String path, byte[] body, String contentType, String... headers) {
        return exchange(withHeaders(request(path).POST(BodyPublishers.ofByteArray(body)), headers)
                .header("Content-Type", contentType));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
        var bearer = token.get();
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling the platform", e);
        }
    }

    static HttpClient http() {
        return HTTP;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + json, e);
        }
    }

    static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
