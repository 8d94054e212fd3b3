/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Gives every problem of a JAX-RS endpoint, whoever made it, our type, title and trace id; see {@link Refusal}. */
@Singleton
class ProblemShape implements ProblemPostProcessor {

    /** Before everything else; the library's own logger (101) is off. */
    private static final int PRIORITY = 200;

    private final ProblemTitles titles;
    private final CurrentVertxRequest request;

    ProblemShape(ProblemTitles titles, CurrentVertxRequest request) {
        this.titles = titles;
        this.request = request;
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        Refusal refusal = refusal(problem, context.cause);
        refusal.log(context.cause, context.path);
        HttpProblem.Builder shaped = HttpProblem.builder()
                .withType(refusal.type().uri())
                .withTitle(titles.title(refusal.type(), request.getCurrent()))
                .withStatus(refusal.type().status())
                .withDetail(refusal.detail())
                .withInstance(problem.getInstance());
        problem.getParameters().forEach(shaped::with);
        problem.getHeaders().forEach(shaped::withHeader);
        if (!(context.cause instanceof Problem)) {
            refusal.headers().forEach(shaped::withHeader);
            refusal.parameters().forEach(shaped::with);
        }
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            shaped.with("traceId", span.getTraceId());
        }
        return shaped.build();
    }

    /** The library has found the status already, and the violations with their places. */
    private static Refusal refusal(HttpProblem problem, Throwable cause) {
        if (cause instanceof Problem
                || cause instanceof JsonProcessingException
                || cause instanceof UnreadableParameterException) {
            return Refusal.of(cause);
        }
        int status = problem.getStatusCode();
        boolean internal = status == CommonProblem.INTERNAL.status();
        return Refusal.ofStatus(status, internal || cause == null ? cause : cause.getCause());
    }
}
