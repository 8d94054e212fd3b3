/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses a body that is announced as too large with a problem, before Quarkus would with an empty answer. One that
 * only turns out to be too large (chunked) is Quarkus' own matter and ends in the same problem.
 */
@Singleton
class BodyLimit {

    /** Before Quarkus' own check of the limit. */
    private static final int ORDER = Integer.MIN_VALUE;

    private final long limit;
    private final ProblemAnswers problems;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ProblemAnswers problems) {
        this.limit = limit.asLongValue();
        this.problems = problems;
    }

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (length(context.request()) > limit) {
            refuse(context);
        } else {
            context.next();
        }
    }

    /** 0 without a readable Content-Length: the HTTP codec has refused an unreadable one already. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The connection is closed: what the client still sends is not read. */
    private void refuse(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.addEndHandler(ended -> request.connection().close());
        problems.send(
                context,
                new Problem(CommonProblem.TOO_LARGE, "A body may have " + limit + " bytes")
                        .with("limit", limit)
                        .header(HttpHeaders.CONNECTION.toString(), "close"));
    }
}
