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
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** The no-repeat guard, and how well it is kept. */
@Path("/api/v1")
@Tag(name = "Facts", description = "What customers said or did, so that nobody has to ask again")
public class NoRepeatResource {
    private static final Duration USUAL = Duration.ofDays(30);

    private final NoRepeatService guard;
    private final Clock clock;

    NoRepeatResource(NoRepeatService guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    /** A reply that has not been sent yet. */
    record Draft(
            @NotBlank @Size(max = 20_000) @Schema(examples = "Mikä on tilausnumerosi?")
            String text,

            @Schema(description = "In which it would be sent: what was said there counts most")
            UUID conversationId) {}

    /** What the draft asks for although it is known; empty when it asks for nothing or only for what is new. */
    record Checked(List<Repeated> repeats) {}

    @Schema(description = "A question whose answer is known: the answer, since when, and from which source")
    record Repeated(
            @Schema(description = "The sentence that asks", examples = "Mikä on tilausnumerosi") String question,

            @Schema(examples = "order-number") String kind,
            KnownFact known) {
        static Repeated from(Repeat repeat) {
            return new Repeated(repeat.asked().sentence(), repeat.asked().kind(), repeat.known());
        }
    }

    @POST
    @Path("/customers/{id}/question-check")
    @RolesAllowed({"agent", "supervisor", "customers:read"})
    @Operation(
            summary = "See whether a draft asks for what is known",
            description = "For agents and bots before they send. Understands Finnish, Swedish and English questions.")
    @APIResponse(responseCode = "200", description = "The questions whose answers are known")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    @APIResponse(responseCode = "422", description = "There is no text")
    public Uni<Checked> check(UUID id, @NotNull @Valid Draft draft) {
        return guard.check(id, draft.text(), draft.conversationId())
                .map(repeats -> new Checked(repeats.stream().map(Repeated::from).toList()));
    }

    @GET
    @Path("/no-repeat")
    @RolesAllowed({"supervisor", "manager", "admin"})
    @Operation(
            summary = "The no-repeat index",
            description = "Share of contacts in which no known thing was asked for again, by when the contacts began; the "
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
            throw new Problem(CommonProblem.INVALID, "A time must be like 2026-11-01T00:00:00Z.").with("parameter", parameter);
        }
    }
}
