/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.consent;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;
import fi.saumaton.customer.audit.TimeParameter;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Page;

/** Consents of a customer. */
@Path("/api/v1/customers/{id}/consents")
@Tag(name = "Consents", description = "What a customer has agreed to, purpose by purpose")
public class ConsentResource {
    private final ConsentService consents;
    private final Caller caller;

    ConsentResource(ConsentService consents, Caller caller) {
        this.consents = consents;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "admin", "auditor", "customers:read"})
    @Audited("consents")
    @Operation(
            operationId = "listConsents",
            summary = "Where a customer stands with every purpose",
            description = "Now, or at a moment.")
    @APIResponse(responseCode = "200", description = "Every purpose with its state")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    @APIResponse(responseCode = "422", description = "The moment is unreadable, or a purpose has to be stated")
    public Uni<ConsentState.All> states(
            UUID id, @QueryParam("at") @Parameter(example = "2026-11-01T00:00:00Z") String at) {
        return consents.at(id, TimeParameter.read(at, "at"));
    }

    @GET
    @Path("/history")
    @RolesAllowed({"agent", "supervisor", "admin", "auditor", "customers:read"})
    @Audited("consents")
    @Operation(
            operationId = "listConsentHistory",
            summary = "Every word that a customer said about consents, newest first")
    @APIResponse(responseCode = "200", description = "All of it")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    public Uni<Page<ConsentEntry>> history(UUID id) {
        return consents.history(id).map(all -> new Page<>(all, null));
    }

    @PUT
    @Path("/{purpose}")
    @RolesAllowed({"agent", "supervisor", "customers:write"})
    @Audited("consent-recorded")
    @Operation(
            operationId = "recordConsent",
            summary = "Put on record that a customer gave a consent, or took it back",
            description = "What was said before stays in the history. Saying the same again changes nothing.")
    @APIResponse(responseCode = "200", description = "Where the customer stands now")
    @APIResponse(responseCode = "404", description = "There is no such customer, or no such purpose")
    @APIResponse(responseCode = "422", description = "Something in it breaks a rule; the problem says what")
    public Uni<ConsentState> say(UUID id, String purpose, @NotNull @Valid ConsentRequest request) {
        return consents.say(id, purpose, request, new ConsentService.Recorder(caller.id(), caller.name()));
    }
}
