/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.signal.SignalService;
import fi.saumaton.gateway.stream.Recipients;
import fi.saumaton.gateway.stream.StreamDoor;
import fi.saumaton.gateway.stream.StreamDoor.Admission;
import fi.saumaton.kit.web.Problem;

/** The widget's socket: the visitor's own stream. What it acknowledges becomes receipts of our messages. */
@WebSocket(path = "/api/v1/chat/stream", endpointId = VisitorSocket.ID)
public class VisitorSocket {
    static final String ID = "visitors";

    private static final TypedKey<Visitor> VISITOR = new TypedKey<>("saumaton.visitor");
    private static final TypedKey<Instant> TYPED_AT = new TypedKey<>("saumaton.typed-at");

    private final StreamDoor door;
    private final Gate gate;
    private final VisitorReceipts receipts;
    private final SignalService signals;
    private final Clock clock;

    VisitorSocket(StreamDoor door, Gate gate, VisitorReceipts receipts, SignalService signals, Clock clock) {
        this.door = door;
        this.gate = gate;
        this.receipts = receipts;
        this.signals = signals;
        this.clock = clock;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        return door.open(connection);
    }

    @OnTextMessage
    Uni<Void> receive(String text, WebSocketConnection connection) {
        var visitor = connection.userData().get(VISITOR);
        return door.receive(connection, text, gate::admit, new StreamDoor.ClientFrames() {
            @Override
            public Uni<Void> upTo(long sequence, boolean read) {
                return receipts.upTo(visitor, sequence, read);
            }

            @Override
            public Uni<Void> typing(boolean active) {
                return isNews(connection, active)
                        ? signals.customerTypes(visitor.channel(), visitor.handle(), active)
                        : Uni.createFrom().voidItem();
            }
        });
    }

    /** A widget may say it with every key; one sign a second is enough for everybody. */
    private boolean isNews(WebSocketConnection connection, boolean active) {
        var data = connection.userData();
        var now = clock.instant();
        var last = data.get(TYPED_AT);
        if (active && last != null && now.isBefore(last.plusSeconds(1))) {
            return false;
        }
        data.put(TYPED_AT, now);
        return true;
    }

    @OnClose
    void close(WebSocketConnection connection) {
        door.close(connection);
    }

    /** Lets a visitor in by the token in the sub-protocol {@code visitor.<token>}. */
    @ApplicationScoped
    static class Gate implements HttpUpgradeCheck {
        private static final String PREFIX = "visitor.";

        private final VisitorTokens tokens;

        private final Webchats chats;

        Gate(VisitorTokens tokens, Webchats chats) {
            this.tokens = tokens;
            this.chats = chats;
        }

        @Override
        public boolean appliesTo(String endpointId) {
            return ID.equals(endpointId);
        }

        @Override
        public Uni<CheckResult> perform(HttpUpgradeContext context) {
            var request = context.httpRequest();
            if (!chats.mayUse(request.getHeader("Origin"), request.getHeader("Host"))) {
                return CheckResult.rejectUpgrade(403);
            }
            var token = StreamDoor.token(request.headers().getAll(StreamDoor.protocolHeader()), PREFIX);
            try {
                var visitor = tokens.verify(token.orElse(null));
                context.userData().put(VISITOR, visitor);
                context.userData().put(StreamDoor.admission(), admission(visitor));
                return CheckResult.permitUpgrade();
            } catch (Problem e) {
                return CheckResult.rejectUpgrade(e.type().status());
            }
        }

        Uni<Admission> admit(String token) {
            return Uni.createFrom().item(() -> admission(tokens.verify(token)));
        }

        private static Admission admission(Visitor visitor) {
            return new Admission(Recipients.visitor(visitor.id().toString()), visitor.expiresAt());
        }
    }
}
