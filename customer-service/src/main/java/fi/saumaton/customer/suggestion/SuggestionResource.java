/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Page;

/** What to offer to a customer, and what came of it. */
@Path("/api/v1/customers/{id}/suggestions")
@Tag(name = "Suggestions", description = "The next best action, and its rules")
public class SuggestionResource {
    private final SuggestionService suggestions;
    private final Caller caller;

    SuggestionResource(SuggestionService suggestions, Caller caller) {
        this.suggestions = suggestions;
        this.caller = caller;
    }

    /** The customer's answer. */
    record OutcomeRequest(
            @NotNull @Pattern(regexp = "taken|refused|later") @Schema(enumeration = {"taken", "refused", "later"})
            String outcome) {}

    @GET
    @RolesAllowed({"agent", "supervisor", "customers:read"})
    @Audited("suggestions")
    @Operation(
            summary = "What to offer to a customer now",
            operationId = "suggestionsOfCustomer",
            description = "With the reasons. Once shown, what nobody answers is not offered again in a later contact. "
                    + "Empty for a customer who is angry, or has not consented.")
    @APIResponse(responseCode = "200", description = "The best first; at most two within one contact")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    public Uni<Page<Suggestion>> list(UUID id) {
        return suggestions.current(id).map(items -> new Page<>(items, null));
    }

    @PUT
    @Path("/{suggestionId}/showing")
    @RolesAllowed({"agent", "supervisor", "customers:write"})
    @Operation(
            summary = "Say that a suggestion is on somebody's screen",
            operationId = "showSuggestion",
            description = "The first one counts.")
    @APIResponse(responseCode = "204", description = "Recorded")
    @APIResponse(responseCode = "404", description = "There is no such customer, or no such suggestion of theirs now")
    public Uni<Void> shown(UUID id, UUID suggestionId) {
        return suggestions.shown(id, suggestionId, caller.id());
    }

    @POST
    @Path("/{suggestionId}/outcome")
    @RolesAllowed({"agent", "supervisor", "customers:write"})
    @Operation(
            summary = "Say what came of a suggestion",
            operationId = "answerSuggestion",
            description = "The same outcome again changes nothing. After later, taken or refused may follow. What was "
                    + "answered was shown.")
    @APIResponse(responseCode = "204", description = "Recorded")
    @APIResponse(responseCode = "404", description = "There is no such customer, or no such suggestion of theirs")
    @APIResponse(responseCode = "409", description = "It has another outcome already")
    @APIResponse(responseCode = "422", description = "The outcome is none of taken, refused, later")
    public Uni<Void> answer(UUID id, UUID suggestionId, @NotNull @Valid OutcomeRequest request) {
        return suggestions.answer(
                id, suggestionId, Outcome.of(request.outcome()).orElseThrow(), caller.id());
    }
}
