/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Changes.Said;
import fi.saumaton.customer.identity.LinkService.Change;
import fi.saumaton.kit.security.Caller;

/** Handles that change hands. */
@Path("/api/v1/handles/endings")
@Tag(name = "Links", description = "What makes several handles one customer, and what keeps people apart")
public class HandleEndingResource {
    private final PartingService links;
    private final HandleRule handleRule;
    private final Caller caller;

    HandleEndingResource(PartingService links, HandleRule handleRule, Caller caller) {
        this.links = links;
        this.handleRule = handleRule;
        this.caller = caller;
    }

    record EndingRequest(
            @NotNull @Valid NamedHandle handle,
            @NotBlank @Size(max = 500) String reason) {}

    @POST
    @RolesAllowed({"supervisor", "admin"})
    @Operation(
            operationId = "endHandle",
            summary = "A handle has changed hands",
            description = "For a recycled phone number. What came through it until now stays where it is; what comes "
                    + "from now on belongs to somebody new, whose customer id is answered.")
    @APIResponse(responseCode = "200", description = "The new customer")
    @APIResponse(responseCode = "404", description = "Nobody has this handle")
    public Uni<Change> end(@NotNull @Valid EndingRequest request) {
        return links.end(request.handle().read(handleRule), said(request.reason()));
    }

    private Said said(String reason) {
        return new Said(caller.id(), reason);
    }
}
