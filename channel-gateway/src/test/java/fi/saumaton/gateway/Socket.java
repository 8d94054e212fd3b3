/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import io.restassured.RestAssured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A client of the stream: everything it has received, and the code with which it was closed. */
public final class Socket implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private Socket(String path, String token) {
        this.socket = CLIENT.newWebSocketBuilder()
                .subprotocols("saumaton.v1", token)
                .buildAsync(URI.create("ws://localhost:" + RestAssured.port + path), this)
                .join();
    }

    public static Socket ofAgent(String token) {
        return new Socket("/api/v1/stream", "bearer." + token);
    }

    public static Socket ofVisitor(String token) {
        return new Socket("/api/v1/chat/stream", "visitor." + token);
    }

    /** The HTTP status with which a socket is refused. */
    public static int refusal(String path, String token) {
        try (var open = new Socket(path, token)) {
            throw new AssertionError("The socket was let in: " + open);
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    /** Waits for hello and asks for everything after its sequence: what happens from now on. */
    public Socket fromNow() {
        resume(hello().path("sequence").asLong());
        return this;
    }

    public JsonNode hello() {
        return await("hello");
    }

    public String subprotocol() {
        return socket.getSubprotocol();
    }

    public Socket resume(long after) {
        return send("{\"type\":\"resume\",\"after\":" + after + "}");
    }

    public Socket send(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    public List<JsonNode> frames() {
        return List.copyOf(frames);
    }

    public List<JsonNode> events() {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals("event"))
                .toList();
    }

    public List<JsonNode> events(String kind) {
        return events().stream()
                .filter(frame -> frame.path("kind").asText().equals(kind))
                .toList();
    }

    /** Waits for a frame of a type. */
    public JsonNode await(String type) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> frames.stream()
                                .filter(frame -> frame.path("type").asText().equals(type))
                                .findFirst()
                                .orElse(null),
                        frame -> frame != null);
    }

    /** Waits for events of a kind; the data of the last. */
    public JsonNode awaitEvent(String kind, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> events(kind), found -> found.size() >= count)
                .getLast()
                .path("data");
    }

    public JsonNode awaitEvent(String kind) {
        return awaitEvent(kind, 1);
    }

    public int awaitClose() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            frames.add(json(part.toString()));
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The server sent a frame that is no JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
