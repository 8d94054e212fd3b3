/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the sockets of agents and of visitors have in common: the frames, and the session behind them. */
@ApplicationScoped
public class StreamDoor {
    private static final TypedKey<StreamSession> SESSION = new TypedKey<>("saumaton.session");
    private static final TypedKey<Admission> ADMISSION = new TypedKey<>("saumaton.admission");
    private static final String PROTOCOL_HEADER = "Sec-WebSocket-Protocol";

    private final Sockets sockets;
    private final StreamService stream;
    private final StreamConfig config;
    private final ObjectMapper mapper;

    StreamDoor(Sockets sockets, StreamService stream, StreamConfig config, ObjectMapper mapper) {
        this.sockets = sockets;
        this.stream = stream;
        this.config = config;
        this.mapper = mapper;
    }

    /** Whom a verified token lets in, and until when. */
    public record Admission(String recipient, Instant expiresAt) {}

    /** Under which the upgrade check leaves the admission for the socket. */
    public static TypedKey<Admission> admission() {
        return ADMISSION;
    }

    /** The token that travels as the sub-protocol {@code <prefix><token>}, beside {@code saumaton.v1}. */
    public static Optional<String> token(Iterable<String> protocolHeaders, String prefix) {
        for (var header : protocolHeaders) {
            for (var protocol : header.split(",")) {
                if (protocol.strip().startsWith(prefix)) {
                    return Optional.of(protocol.strip().substring(prefix.length()));
                }
            }
        }
        return Optional.empty();
    }

    public static String protocolHeader() {
        return PROTOCOL_HEADER;
    }

    public Uni<Void> open(WebSocketConnection connection) {
        var admission = connection.userData().get(ADMISSION);
        var session = new StreamSession(
                admission.recipient(), connection, admission.expiresAt(), stream::after, config.queue());
        connection.userData().put(SESSION, session);
        sockets.add(session);
        return stream.after(admission.recipient(), Long.MAX_VALUE)
                .invoke(backlog -> session.hello(backlog.last()))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> session.close(CloseCode.TRY_AGAIN))
                .onFailure()
                .recoverWithNull();
    }

    public void close(WebSocketConnection connection) {
        session(connection).ifPresent(sockets::remove);
    }

    /**
     * A frame of the client's.
     *
     * @param verify makes an admission of a renewed token; fails when the token is no good
     * @param frames what to do with the frames that mean something outside the stream
     */
    public Uni<Void> receive(
            WebSocketConnection connection, String text, Function<String, Uni<Admission>> verify, ClientFrames frames) {
        var session = session(connection).orElseThrow();
        var frame = parse(text);
        if (frame == null) {
            session.problem("invalid", "The frame is not a JSON object");
            return Uni.createFrom().voidItem();
        }
        switch (frame.path("type").asText()) {
            case "resume" -> number(frame, "after").ifPresentOrElse(session::resume, () -> missing(session, "after"));
            case "ack", "read" -> {
                var sequence = number(frame, "sequence");
                if (sequence.isPresent()) {
                    return frames.upTo(
                            sequence.get(), "read".equals(frame.path("type").asText()));
                }
                missing(session, "sequence");
            }
            case "typing" -> {
                return frames.typing(frame.path("active").asBoolean(true));
            }
            case "token" -> {
                return renew(session, verify.apply(frame.path("token").asText()));
            }
            case "pong" -> {}
            default -> session.problem("invalid", "The frame's type is unknown");
        }
        return Uni.createFrom().voidItem();
    }

    /** What a client tells besides the stream's own matters; nobody needs to listen. */
    public interface ClientFrames {
        /** What a client has got ({@code ack}), or its user has seen ({@code read}). */
        default Uni<Void> upTo(long sequence, boolean read) {
            return Uni.createFrom().voidItem();
        }

        /** Its user writes, or has stopped. */
        default Uni<Void> typing(boolean active) {
            return Uni.createFrom().voidItem();
        }
    }

    private static Uni<Void> renew(StreamSession session, Uni<Admission> verified) {
        return verified.invoke(admission -> {
                    if (admission.recipient().equals(session.recipient())) {
                        session.renewed(admission.expiresAt());
                    } else {
                        session.close(CloseCode.TOKEN_REFUSED);
                    }
                })
                .onFailure()
                .invoke(failure -> session.close(CloseCode.TOKEN_REFUSED))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static void missing(StreamSession session, String field) {
        session.problem("invalid", "The frame needs a number " + field);
    }

    private static Optional<Long> number(JsonNode frame, String field) {
        var value = frame.path(field);
        return value.canConvertToLong() && value.isIntegralNumber() && value.asLong() >= 0
                ? Optional.of(value.asLong())
                : Optional.empty();
    }

    private JsonNode parse(String text) {
        try {
            var node = mapper.readTree(text);
            return node != null && node.isObject() ? node : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static Optional<StreamSession> session(WebSocketConnection connection) {
        return Optional.ofNullable(connection.userData().get(SESSION));
    }
}
