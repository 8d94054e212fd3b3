/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Changes.Said;
import fi.saumaton.customer.identity.LinkService.Change;
import fi.saumaton.kit.security.Caller;

/** Takes links back. */
@Path("/api/v1/links/{linkId}/revocation")
@Tag(name = "Links", description = "What makes several handles one customer, and what keeps people apart")
public class RevocationResource {
    private final LinkService links;
    private final Caller caller;

    RevocationResource(LinkService links, Caller caller) {
        this.links = links;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"supervisor", "admin"})
    @Operation(
            operationId = "revokeLink",
            summary = "Take one link back",
            description = "Everything is as before it was made, also for what has come in meanwhile. Other links may "
                    + "still hold the two together: then the answer names one customer.")
    @APIResponse(responseCode = "200", description = "The link is revoked, or was before")
    @APIResponse(responseCode = "404", description = "There is no such link")
    public Uni<Change> revoke(UUID linkId, @NotNull @Valid ReasonRequest request) {
        return links.revoke(linkId, said(request.reason()));
    }

    private Said said(String reason) {
        return new Said(caller.id(), reason);
    }
}
