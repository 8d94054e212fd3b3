/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;

import org.jboss.logging.Logger;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import fi.saumaton.kit.failure.Blame;
import fi.saumaton.kit.failure.FailureKind;

/**
 * What a failure says to the outside: our own problems all of it, any other failure only its kind. What frameworks say
 * of themselves names classes and quotes input.
 */
record Refusal(ProblemType type, String detail, Map<String, Object> parameters, Map<String, String> headers) {

    private static final Logger LOG = Logger.getLogger(Refusal.class);
    private static final Map<String, String> SOON = Map.of("Retry-After", "2");
    private static final Map<Class<?>, String> EXPECTED = Map.of(
            Instant.class, ": expected is a time such as 2026-11-20T10:15:00Z",
            UUID.class, ": expected is a UUID",
            String.class, ": expected is a string",
            int.class, ": expected is a whole number",
            Integer.class, ": expected is a whole number");

    static Refusal of(Throwable failure) {
        return switch (failure) {
            case Problem ours -> new Refusal(ours.type(), ours.getMessage(), ours.parameters(), ours.headers());
            case JsonProcessingException json ->
                new Refusal(CommonProblem.BAD_REQUEST, place(json), Map.of(), Map.of());
            case ConstraintViolationException broken ->
                new Refusal(CommonProblem.INVALID, null, Map.of("violations", Violation.of(broken)), Map.of());
            case UnreadableParameterException unreadable ->
                new Refusal(
                        CommonProblem.INVALID, null, Map.of("violations", List.of(unreadable.violation())), Map.of());
            case WebApplicationException web -> ofStatus(web.getResponse().getStatus(), web.getCause());
            case HttpException http -> ofStatus(http.getStatusCode(), http.getCause());
            case UnauthorizedException none -> plain(CommonProblem.UNAUTHORISED);
            case AuthenticationException wrong -> plain(CommonProblem.UNAUTHORISED);
            case ForbiddenException forbidden -> plain(CommonProblem.FORBIDDEN);
            default -> ofKind(failure);
        };
    }

    /** Tells the log what is ours to know: a fault with its trace, an outage in one line, a refusal not at all. */
    void log(Throwable failure, String path) {
        if (failure instanceof Problem) {
            return;
        }
        if (type.status() == CommonProblem.INTERNAL.status()) {
            LOG.errorf(failure, "%s failed", path);
        } else if (type.status() > CommonProblem.INTERNAL.status()) {
            LOG.warnf("%s is not available: %s", path, Blame.of(failure));
        }
    }

    /** A refusal that is known by its HTTP status; for an internal error the cause may tell more. */
    static Refusal ofStatus(int status, Throwable cause) {
        CommonProblem type = CommonProblem.ofStatus(status);
        if (type == CommonProblem.INTERNAL && cause != null) {
            return ofKind(cause);
        }
        if (type == CommonProblem.BAD_REQUEST && cause instanceof JsonProcessingException) {
            return of(cause);
        }
        return plain(type);
    }

    private static Refusal ofKind(Throwable failure) {
        return switch (FailureKind.of(failure)) {
            case INFRASTRUCTURE -> new Refusal(CommonProblem.UNAVAILABLE, null, Map.of(), SOON);
            case CONFLICT -> plain(CommonProblem.CONFLICT);
            case POISON, UNKNOWN -> plain(CommonProblem.INTERNAL);
        };
    }

    private static Refusal plain(ProblemType type) {
        return new Refusal(type, null, Map.of(), Map.of());
    }

    /** Where the JSON does not fit, in the client's own words. */
    private static String place(JsonProcessingException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return unreadable instanceof MismatchedInputException
                    ? "The body is JSON of another shape than expected"
                    : "The body is not readable as JSON";
        }
        String path = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return "The body does not fit at " + (path.startsWith(".") ? path.substring(1) : path) + expected(mapping);
    }

    /** What would fit, for the types whose form is not obvious; never what was there. */
    private static String expected(JsonMappingException mapping) {
        return mapping instanceof MismatchedInputException misfit && misfit.getTargetType() != null
                ? EXPECTED.getOrDefault(misfit.getTargetType(), "")
                : "";
    }
}
