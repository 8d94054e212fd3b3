/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;
import fi.saumaton.kit.web.Page;

/** What was promised, against what came of it. */
@Path("/api/v1/customers/{id}/expectations")
@RolesAllowed({"agent", "supervisor", "manager", "admin", "customers:read"})
@Tag(name = "Facts", description = "What customers said or did, so that nobody has to ask again")
public class ExpectationResource {
    private final FactService facts;

    ExpectationResource(FactService facts) {
        this.facts = facts;
    }

    @GET
    @Audited("expectations")
    @Operation(
            operationId = "listExpectations",
            summary = "What was promised or sold, against what was experienced",
            description = "From orders and from agents' words; newest promise first.")
    @APIResponse(responseCode = "200", description = "The expectations, with the gap in days")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    public Uni<Page<Expectation>> list(UUID id) {
        return facts.expectations(id).map(items -> new Page<>(items, null));
    }
}
