/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.awaitility.Awaitility;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A live connection as a well-behaved frontend keeps it: it resumes after the last sequence it has seen, acknowledges,
 * drops what it has seen already, and comes back by itself when the line breaks.
 */
public final class LiveSocket implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI address;
    private final Supplier<String> credential;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong lastSequence = new AtomicLong(-1);
    private volatile Consumer<JsonNode> onPing = ping -> {};
    private volatile WebSocket socket;
    private volatile boolean closed;
    private CompletableFuture<WebSocket> sending = CompletableFuture.completedFuture(null);

    /**
     * @param credential the second sub-protocol, e.g. {@code bearer.<token>}
     */
    LiveSocket(URI gateway, String path, Supplier<String> credential) {
        this.address = URI.create(gateway.toString().replaceFirst("^http", "ws") + path);
        this.credential = credential;
    }

    LiveSocket connect() {
        socket = open().join();
        return this;
    }

    /** The events seen so far, oldest first: {@code {type, sequence, kind, at, data}}. */
    public List<JsonNode> events() {
        return events;
    }

    /** Every frame exactly as it arrived: what a curious person could read on the wire. */
    public List<String> frames() {
        return frames;
    }

    /** Calls the listener for every new event, on the socket's thread. */
    public void onEvent(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    void onPing(Runnable action) {
        onPing = ping -> action.run();
    }

    /** Waits for an event of this kind that fits, and answers its data. */
    public JsonNode await(String kind, Predicate<JsonNode> fits) {
        return await(kind, fits, PATIENCE);
    }

    public JsonNode await(String kind, Predicate<JsonNode> fits, Duration atMost) {
        return Awaitility.await(kind)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> find(kind, fits), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> find(String kind, Predicate<JsonNode> fits) {
        return events.stream()
                .filter(event -> kind.equals(event.path("kind").asText()))
                .map(event -> event.path("data"))
                .filter(fits)
                .findFirst();
    }

    private CompletableFuture<WebSocket> open() {
        return Api.http()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .subprotocols("saumaton.v1", credential.get())
                .buildAsync(address, new Frames());
    }

    private void comeBack() {
        if (closed) {
            return;
        }
        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(() -> {
            if (!closed) {
                tryOpen();
            }
        });
    }

    private void tryOpen() {
        try {
            socket = open().join();
        } catch (RuntimeException gone) {
            comeBack();
        }
    }

    private void received(WebSocket from, String text) {
        frames.add(text);
        var frame = Api.read(text);
        switch (frame.path("type").asText()) {
            case "hello" -> hello(from, frame);
            case "event" -> event(from, frame);
            case "ping" -> onPing.accept(frame);
            case "refetch" -> lastSequence.set(frame.path("sequence").asLong(lastSequence.get()));
            default -> {
                // A newer server may say things that an older client does not know.
            }
        }
    }

    /** Nothing comes before we have said where we are: at the end for the first time, later where the line broke. */
    private void hello(WebSocket to, JsonNode frame) {
        lastSequence.compareAndSet(-1, frame.path("sequence").asLong());
        send(to, Map.of("type", "resume", "after", lastSequence.get()));
    }

    private void event(WebSocket to, JsonNode frame) {
        var sequence = frame.path("sequence").asLong();
        if (sequence <= lastSequence.get()) {
            return;
        }
        lastSequence.set(sequence);
        events.add(frame);
        listeners.forEach(listener -> listener.accept(frame));
        send(to, Map.of("type", "ack", "sequence", sequence));
    }

    /** One frame after the other: the JDK's WebSocket refuses a second one while the first is under way. */
    private synchronized void send(WebSocket to, Map<String, Object> frame) {
        sending = sending.handle((sent, failed) -> to.sendText(Api.write(frame), true))
                .thenCompose(next -> next)
                .exceptionally(gone -> to);
    }

    @Override
    public void close() {
        closed = true;
        var open = socket;
        if (open != null) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(gone -> open);
        }
    }

    private final class Frames implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                var text = partial.toString();
                partial.setLength(0);
                received(from, text);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            comeBack();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            comeBack();
        }
    }
}
