/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** How well it is kept that nobody is asked twice. */
@Path("/api/v1/no-repeat")
@Tag(name = "Facts", description = "What customers said or did, so that nobody has to ask again")
public class NoRepeatResource {
    private static final Duration USUAL = Duration.ofDays(30);

    private final NoRepeatService guard;
    private final Clock clock;

    NoRepeatResource(NoRepeatService guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({"supervisor", "manager", "admin"})
    @Operation(
            operationId = "getNoRepeatIndex",
            summary = "The no-repeat index",
            description =
                    "Share of contacts in which no known thing was asked for again, by when the contacts began; the "
                            + "last 30 days when no time is given.")
    @APIResponse(responseCode = "200", description = "The index")
    @APIResponse(responseCode = "422", description = "The times can't be read, or end before they begin")
    public Uni<NoRepeatSummary> summary(
            @QueryParam("from") @Parameter(example = "2026-11-01T00:00:00Z") String from,
            @QueryParam("to") @Parameter(example = "2026-12-01T00:00:00Z") String to) {
        var end = instant(to, "to", clock.instant());
        return guard.summary(instant(from, "from", end.minus(USUAL)), end);
    }

    private static Instant instant(String text, String parameter, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Problem(CommonProblem.INVALID, "A time must be like 2026-11-01T00:00:00Z.")
                    .with("parameter", parameter);
        }
    }
}
