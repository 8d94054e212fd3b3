/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.ingress.Body;
import fi.saumaton.gateway.ingress.Ingress;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.kit.web.ProblemAnswers;

/** Where signed messages come in, as a plain route: signature over the raw bytes, a look at them, Kafka, done. */
@ApplicationScoped
class WebhookDoor {
    private static final int ORDER = -300;
    private static final int LARGEST_BODY = 512 * 1024;
    private static final String JSON = "application/json";
    private static final Buffer ACCEPTED = Buffer.buffer("{\"accepted\":true}");

    private final Webhooks webhooks;
    private final Ingress ingress;
    private final ProblemAnswers problems;
    private final ObjectReader reader;
    private final Validator validator;
    private final Clock clock;

    WebhookDoor(
            Webhooks webhooks,
            Ingress ingress,
            ProblemAnswers problems,
            ObjectMapper mapper,
            Validator validator,
            Clock clock) {
        this.webhooks = webhooks;
        this.ingress = ingress;
        this.problems = problems;
        this.reader = mapper.readerFor(WebhookMessage.class);
        this.validator = validator;
        this.clock = clock;
    }

    void install(@Observes Router router) {
        router.post("/api/v1/webhooks/:channel").order(ORDER).handler(this::receive);
    }

    private void receive(RoutingContext rc) {
        Uni.createFrom()
                .deferred(() -> accept(rc.request(), rc.pathParam("channel")))
                .subscribe()
                .with(
                        nothing -> rc.response().putHeader("Content-Type", JSON).end(ACCEPTED),
                        failure -> problems.send(rc, failure));
    }

    private Uni<Void> accept(HttpServerRequest request, String name) {
        var webhook = webhooks.find(name)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such webhook channel"));
        return Body.read(request, LARGEST_BODY).chain(body -> {
            checkSignature(webhook, request, body);
            var message = read(body);
            var raw = new RawInbound(webhook.name(), clock.instant(), JSON, Map.of(), body);
            return ingress.append(raw, message.from().value());
        });
    }

    private void checkSignature(Webhook webhook, HttpServerRequest request, byte[] body) {
        var verdict = webhook.signature()
                .check(
                        request.getHeader("webhook-id"),
                        request.getHeader("webhook-timestamp"),
                        request.getHeader("webhook-signature"),
                        body,
                        clock.instant());
        switch (verdict) {
            case RIGHT -> {}
            case WRONG -> throw new Problem(CommonProblem.UNAUTHORISED, "The signature is missing or wrong");
            case TOO_OLD ->
                throw new Problem(CommonProblem.UNAUTHORISED, "The timestamp is more than five minutes off");
        }
    }

    private WebhookMessage read(byte[] body) {
        WebhookMessage message;
        try {
            message = reader.readValue(body);
        } catch (IOException e) {
            throw new Problem(CommonProblem.BAD_REQUEST, "The body is not readable as JSON");
        }
        if (message == null) {
            throw new Problem(CommonProblem.BAD_REQUEST, "The body is empty");
        }
        var violations = validator.validate(message);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return message;
    }
}
