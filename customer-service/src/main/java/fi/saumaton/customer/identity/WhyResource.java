/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;

/** Why a customer is who it is. */
@Path("/api/v1/customers/{id}/why")
@Tag(name = "Links", description = "What makes several handles one customer, and what keeps people apart")
public class WhyResource {
    private final LinkService links;

    WhyResource(LinkService links) {
        this.links = links;
    }

    @GET
    @Audited("why")
    @RolesAllowed({"agent", "supervisor", "admin", "customers:read"})
    @Operation(
            operationId = "explainCustomer",
            summary = "Why the customer is who it is",
            description =
                    "For each handle the chain of evidence that ties it to the first one, and what has proven it.")
    @APIResponse(responseCode = "200", description = "A chain per handle")
    @APIResponse(responseCode = "404", description = "There is no such customer, or was none at that time")
    public Uni<LinkView.Why> why(
            UUID id, @QueryParam("asOf") @Parameter(description = "What was known at that time") String asOf) {
        return links.why(id, AsOf.parse(asOf));
    }
}
