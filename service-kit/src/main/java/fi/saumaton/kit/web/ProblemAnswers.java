/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers with a problem where no JAX-RS is in between: doors that are plain Vert.x routes. See {@link Refusal}. */
@Singleton
public class ProblemAnswers {

    private final ProblemTitles titles;

    ProblemAnswers(ProblemTitles titles) {
        this.titles = titles;
    }

    /** Ends the request with what has gone wrong, unless it has been answered already. */
    public void send(RoutingContext context, Throwable failure) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        Refusal refusal = Refusal.of(failure);
        refusal.log(failure, context.request().path());
        refusal.headers().forEach(response::putHeader);
        response.setStatusCode(refusal.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject(body(refusal, context)).toBuffer());
    }

    private Map<String, Object> body(Refusal refusal, RoutingContext context) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", refusal.type().uri().toString());
        body.put("title", titles.title(refusal.type(), context));
        body.put("status", refusal.type().status());
        if (refusal.detail() != null) {
            body.put("detail", refusal.detail());
        }
        body.put("instance", context.request().path());
        body.putAll(refusal.parameters());
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            body.put("traceId", span.getTraceId());
        }
        return body;
    }
}
