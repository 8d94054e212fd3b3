/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.gateway.channel.HookAnswer;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookChannel.Verdict;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.kit.web.ProblemAnswers;

/**
 * The one door for providers that call us, as a plain route: signature over the raw bytes, Kafka, answer. Whatever is refused leaves a count behind and
 * nothing else. (OpenAPI knows it from META-INF/openapi.yaml.)
 */
@ApplicationScoped
public class HookDoor {
    /** Before everything that other routes need: sign-in of people, sessions, JAX-RS. */
    private static final int ORDER = -300;

    private static final String PATH = "/api/v1/hooks/:kind/:name";

    private final Channels channels;
    private final Ingress ingress;
    private final ProblemAnswers problems;
    private final HookConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    HookDoor(
            Channels channels,
            Ingress ingress,
            ProblemAnswers problems,
            HookConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.channels = channels;
        this.ingress = ingress;
        this.problems = problems;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    void install(@Observes Router router) {
        for (var path : new String[] {PATH, PATH + "/*"}) {
            router.get(path).order(ORDER).handler(this::receive);
            router.post(path).order(ORDER).handler(this::receive);
        }
    }

    private void receive(RoutingContext rc) {
        receive(rc, rc.pathParam("kind") + ':' + rc.pathParam("name"));
    }

    /** Answers a request to a channel, whatever address it came to. */
    public void receive(RoutingContext rc, String channel) {
        Uni.createFrom()
                .deferred(() -> accept(rc, channel))
                .subscribe()
                .with(answer -> send(rc, answer), failure -> problems.send(rc, failure));
    }

    private static void send(RoutingContext rc, HookAnswer answer) {
        var response = rc.response().setStatusCode(answer.status());
        if (answer.contentType() != null) {
            response.putHeader("Content-Type", answer.contentType());
        }
        response.end(Buffer.buffer(answer.body()));
    }

    private Uni<HookAnswer> accept(RoutingContext rc, String name) {
        var channel = channels.find(name)
                .filter(HookChannel.class::isInstance)
                .map(HookChannel.class::cast)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such channel"));
        return Body.read(rc.request(), channel.largestBody())
                .onFailure(Problem.class)
                .invoke(() -> refused(channel, "too-large"))
                .chain(body -> take(channel, request(rc, body)));
    }

    private Uni<HookAnswer> take(HookChannel channel, HookRequest request) {
        var handshake = channel.handshake(request);
        if (handshake.isPresent()) {
            if (handshake.get().status() >= 400) {
                refused(channel, "handshake");
            }
            return Uni.createFrom().item(handshake.get());
        }
        var verdict = channel.verify(request);
        if (verdict != Verdict.RIGHT) {
            refused(channel, verdict.name().toLowerCase(Locale.ROOT));
            throw new Problem(CommonProblem.UNAUTHORISED, detail(verdict));
        }
        return append(channel, request)
                .chain(() -> channel.accepted(request))
                .invoke(answer -> taken(channel, request));
    }

    private Uni<Void> append(HookChannel channel, HookRequest request) {
        var slices = slices(channel, request);
        if (slices.size() == 1) {
            return append(channel, request, slices.getFirst());
        }
        // All at once: the producer keeps the order of those with the same key.
        return Multi.createFrom()
                .iterable(slices)
                .onItem()
                .transformToUniAndMerge(slice -> append(channel, request, slice))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> append(HookChannel channel, HookRequest request, Slice slice) {
        var raw = new RawInbound(
                channel.name(), request.receivedAt(), slice.contentType(), slice.attributes(), slice.body());
        return ingress.append(raw, slice.key(), channel.capabilities().data().keepContent());
    }

    private List<Slice> slices(HookChannel channel, HookRequest request) {
        try {
            return channel.slices(request);
        } catch (UnreadableInboundException e) {
            refused(channel, "unreadable");
            throw new Problem(CommonProblem.BAD_REQUEST, e.getMessage());
        }
    }

    private static String detail(Verdict verdict) {
        return verdict == Verdict.STALE
                ? "The signature is too old, or its time is in the future"
                : "The signature is missing or wrong";
    }

    private HookRequest request(RoutingContext rc, byte[] body) {
        var request = rc.request();
        var rest = rc.pathParam("*");
        return new HookRequest(
                request.method().name(),
                url(request),
                rest == null ? "" : rest,
                request.headers(),
                rc.queryParams(),
                body,
                clock.instant());
    }

    /** As the provider called it, character by character: the query may be part of what it signed. */
    private String url(HttpServerRequest request) {
        return config.publicUrl()
                .map(base -> withoutSlash(base.toString()) + request.uri())
                .orElseGet(request::absoluteURI);
    }

    private static String withoutSlash(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    private void refused(HookChannel channel, String reason) {
        metrics.counter("saumaton.hook.refused", "kind", channel.kind(), "reason", reason)
                .increment();
    }

    private void taken(HookChannel channel, HookRequest request) {
        metrics.timer("saumaton.hook.accepted", "kind", channel.kind())
                .record(Duration.between(request.receivedAt(), clock.instant()));
    }
}
