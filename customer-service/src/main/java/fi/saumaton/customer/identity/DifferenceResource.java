/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.UUID;

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

/** Marks of difference. */
@Path("/api/v1/differences")
@Tag(name = "Links", description = "What makes several handles one customer, and what keeps people apart")
public class DifferenceResource {
    private final PartingService links;
    private final HandleRule handleRule;
    private final Caller caller;

    DifferenceResource(PartingService links, HandleRule handleRule, Caller caller) {
        this.links = links;
        this.handleRule = handleRule;
        this.caller = caller;
    }

    record DifferenceRequest(
            @NotNull @Valid NamedHandle one,
            @NotNull @Valid NamedHandle other,
            @NotBlank @Size(max = 500) String reason) {}

    @POST
    @RolesAllowed({"supervisor", "admin"})
    @Operation(
            operationId = "markDifferent",
            summary = "Mark two handles as those of different people",
            description = "Nothing links them from now on, but an explicit override.")
    @APIResponse(responseCode = "200", description = "The customers that there are now")
    @APIResponse(responseCode = "409", description = "It is one and the same handle")
    public Uni<Change> differ(@NotNull @Valid DifferenceRequest request) {
        return links.differ(request.one().read(handleRule), request.other().read(handleRule), said(request.reason()));
    }

    @POST
    @Path("/{differenceId}/revocation")
    @RolesAllowed({"supervisor", "admin"})
    @Operation(
            operationId = "withdrawDifference",
            summary = "Take a mark of difference back",
            description = "Evidence that it held up is followed again.")
    @APIResponse(responseCode = "200", description = "The customers that there are now")
    @APIResponse(responseCode = "404", description = "There is no such mark in force")
    public Uni<Change> undiffer(UUID differenceId, @NotNull @Valid ReasonRequest request) {
        return links.undiffer(differenceId, said(request.reason()));
    }

    private Said said(String reason) {
        return new Said(caller.id(), reason);
    }
}
