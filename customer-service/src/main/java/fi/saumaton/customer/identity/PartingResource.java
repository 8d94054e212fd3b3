/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Changes.Said;
import fi.saumaton.customer.identity.LinkService.Change;
import fi.saumaton.kit.security.Caller;

/** Parts what does not belong together. */
@Path("/api/v1/customers/{id}/partings")
@Tag(name = "Links", description = "What makes several handles one customer, and what keeps people apart")
public class PartingResource {
    private final PartingService links;
    private final HandleRule handleRule;
    private final Caller caller;

    PartingResource(PartingService links, HandleRule handleRule, Caller caller) {
        this.links = links;
        this.handleRule = handleRule;
        this.caller = caller;
    }

    record PartingRequest(
            @NotEmpty @Size(max = 100) @Schema(description = "The handles that belong to somebody else")
            List<@Valid @NotNull NamedHandle> handles,

            @NotBlank @Size(max = 500) String reason,

            @Schema(description = "Mark them as different people, so that nothing links them again")
            boolean different) {}

    @POST
    @RolesAllowed({"supervisor", "admin"})
    @Operation(
            operationId = "partCustomer",
            summary = "Part handles from a customer",
            description = "All links between these handles and the rest are revoked. The same evidence does not bring "
                    + "them together again, other evidence does, unless they are marked as different.")
    @APIResponse(responseCode = "200", description = "The customers that there are now")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    @APIResponse(responseCode = "422", description = "A handle is not the customer's, or nothing would be left")
    public Uni<Change> part(UUID id, @NotNull @Valid PartingRequest request) {
        var handles =
                request.handles().stream().map(named -> named.read(handleRule)).toList();
        return links.part(id, handles, request.different(), said(request.reason()));
    }

    private Said said(String reason) {
        return new Said(caller.id(), reason);
    }
}
