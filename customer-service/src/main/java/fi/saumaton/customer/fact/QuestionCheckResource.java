/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

/** The no-repeat guard: looks at a reply before it is sent. */
@Path("/api/v1/customers/{id}/question-check")
@Tag(name = "Facts", description = "What customers said or did, so that nobody has to ask again")
public class QuestionCheckResource {
    private final NoRepeatService guard;

    QuestionCheckResource(NoRepeatService guard) {
        this.guard = guard;
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
            @Schema(description = "The sentence that asks", examples = "Mikä on tilausnumerosi")
            String question,

            @Schema(examples = "order-number") String kind,
            KnownFact known) {
        static Repeated from(Repeat repeat) {
            return new Repeated(repeat.asked().sentence(), repeat.asked().kind(), repeat.known());
        }
    }

    @POST
    @RolesAllowed({"agent", "supervisor", "customers:read"})
    @Operation(
            operationId = "checkQuestion",
            summary = "See whether a draft asks for what is known",
            description = "For agents and bots before they send. Understands Finnish, Swedish and English questions.")
    @APIResponse(responseCode = "200", description = "The questions whose answers are known")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    @APIResponse(responseCode = "422", description = "There is no text")
    public Uni<Checked> check(UUID id, @NotNull @Valid Draft draft) {
        return guard.check(id, draft.text(), draft.conversationId())
                .map(repeats -> new Checked(repeats.stream().map(Repeated::from).toList()));
    }
}
