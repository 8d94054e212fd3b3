/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.time.Instant;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.stream.StreamDoor.Admission;

/** The desk's socket. The person's access token travels in the sub-protocol and is renewed on the open socket. */
@WebSocket(path = "/api/v1/stream", endpointId = AgentSocket.ID)
public class AgentSocket {
    static final String ID = "agents";

    private final StreamDoor door;
    private final Gate gate;

    AgentSocket(StreamDoor door, Gate gate) {
        this.door = door;
        this.gate = gate;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        return door.open(connection);
    }

    @OnTextMessage
    Uni<Void> receive(String text, WebSocketConnection connection) {
        return door.receive(connection, text, gate::admit, new StreamDoor.ClientFrames() {});
    }

    @OnClose
    void close(WebSocketConnection connection) {
        door.close(connection);
    }

    /** Lets people in who serve; everybody else is answered 401 or 403 before there is a socket. */
    @ApplicationScoped
    static class Gate implements HttpUpgradeCheck {
        private static final String PREFIX = "bearer.";
        private static final Set<String> ROLES = Set.of("agent", "supervisor", "manager", "admin", "colleague");

        private final TenantIdentityProvider identities;

        Gate(TenantIdentityProvider identities) {
            this.identities = identities;
        }

        @Override
        public boolean appliesTo(String endpointId) {
            return ID.equals(endpointId);
        }

        @Override
        public Uni<CheckResult> perform(HttpUpgradeContext context) {
            var token = StreamDoor.token(context.httpRequest().headers().getAll(StreamDoor.protocolHeader()), PREFIX);
            if (token.isEmpty()) {
                return CheckResult.rejectUpgrade(401);
            }
            return identity(token.get())
                    .map(identity -> {
                        if (!serves(identity)) {
                            return CheckResult.rejectUpgradeSync(403);
                        }
                        context.userData().put(StreamDoor.admission(), admission(identity));
                        return CheckResult.permitUpgradeSync();
                    })
                    .onFailure()
                    .recoverWithItem(failure -> CheckResult.rejectUpgradeSync(401));
        }

        /** A renewed token; fails when its bearer serves no longer. */
        Uni<Admission> admit(String token) {
            return identity(token).map(identity -> {
                if (!serves(identity)) {
                    throw new ForbiddenException();
                }
                return admission(identity);
            });
        }

        private static boolean serves(SecurityIdentity identity) {
            return identity.getRoles().stream().anyMatch(ROLES::contains);
        }

        private Uni<SecurityIdentity> identity(String token) {
            return identities.authenticate(new AccessTokenCredential(token));
        }

        private static Admission admission(SecurityIdentity identity) {
            var token = (JsonWebToken) identity.getPrincipal();
            return new Admission(
                    Recipients.agent(token.getSubject()), Instant.ofEpochSecond(token.getExpirationTime()));
        }
    }
}
