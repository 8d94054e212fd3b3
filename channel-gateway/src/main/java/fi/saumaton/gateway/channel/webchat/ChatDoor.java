/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.ingress.Body;
import fi.saumaton.gateway.ingress.Ingress;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.kit.web.ProblemAnswers;

/**
 * Where visitors' messages come in, as a plain route: the token, the allowance, a look at the bytes, Kafka, done. No database is asked. (OpenAPI knows it from
 * META-INF/openapi.yaml.)
 */
@ApplicationScoped
class ChatDoor {
    /** Before everything that other routes need: sign-in of people, sessions, JAX-RS. */
    private static final int ORDER = -300;

    private static final int LARGEST_BODY = 128 * 1024;
    private static final String JSON = "application/json";
    private static final Buffer ACCEPTED = Buffer.buffer("{\"accepted\":true}");

    private final VisitorTokens tokens;
    private final VisitorLimits limits;
    private final Webchats chats;
    private final Ingress ingress;
    private final ProblemAnswers problems;
    private final Clock clock;

    ChatDoor(
            VisitorTokens tokens,
            VisitorLimits limits,
            Webchats chats,
            Ingress ingress,
            ProblemAnswers problems,
            Clock clock) {
        this.tokens = tokens;
        this.limits = limits;
        this.chats = chats;
        this.ingress = ingress;
        this.problems = problems;
        this.clock = clock;
    }

    void install(@Observes Router router) {
        router.post("/api/v1/chat/messages").order(ORDER).handler(this::receive);
    }

    private void receive(RoutingContext rc) {
        Uni.createFrom()
                .deferred(() -> accept(rc))
                .subscribe()
                .with(
                        nothing -> rc.response().putHeader("Content-Type", JSON).end(ACCEPTED),
                        failure -> problems.send(rc, failure));
    }

    private Uni<Void> accept(RoutingContext rc) {
        var visitor = tokens.verifyHeader(rc.request().getHeader("Authorization"));
        limits.take(visitor.id());
        return Body.read(rc.request(), LARGEST_BODY).chain(body -> {
            check(body, chats.maxTextLength(visitor.channel()));
            var raw = new RawInbound(
                    visitor.channel(), clock.instant(), JSON, Map.of(Webchat.VISITOR, tokens.payload(visitor)), body);
            return ingress.append(raw, visitor.id().toString());
        });
    }

    private static void check(byte[] body, int maxTextLength) {
        try {
            ChatMessage.parse(body, maxTextLength);
        } catch (ChatMessage.Unreadable e) {
            if (e.field() == null) {
                throw new Problem(CommonProblem.BAD_REQUEST, e.getMessage());
            }
            throw new Problem(CommonProblem.INVALID, e.getMessage()).with("field", e.field());
        }
    }
}
