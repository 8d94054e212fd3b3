/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

/** Problems that any endpoint may have. */
public enum CommonProblem implements ProblemType {
    BAD_REQUEST("bad-request", 400),
    UNAUTHORISED("unauthorised", 401),
    FORBIDDEN("forbidden", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    CONFLICT("conflict", 409),
    PRECONDITION_FAILED("precondition-failed", 412),
    TOO_LARGE("too-large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    INVALID("invalid", 422),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
    PRECONDITION_REQUIRED("precondition-required", 428),
    TOO_MANY_REQUESTS("too-many-requests", 429),
    INTERNAL("internal", 500),
    BAD_GATEWAY("bad-gateway", 502),
    UNAVAILABLE("unavailable", 503),
    GATEWAY_TIMEOUT("gateway-timeout", 504);

    private final String slug;
    private final int status;

    CommonProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    /** The general problem of a status; for one without, that of its class. */
    static CommonProblem ofStatus(int status) {
        for (CommonProblem problem : values()) {
            if (problem.status == status) {
                return problem;
            }
        }
        return status < INTERNAL.status ? BAD_REQUEST : INTERNAL;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
