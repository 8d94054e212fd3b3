/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;

/** One customer's journey. */
@Path("/api/v1/customers/{id}/journey")
@Tag(name = "Journeys", description = "Stages of the life cycle, paths of touchpoints, the risk to leave")
public class JourneyResource {
    private final JourneyService journeys;

    JourneyResource(JourneyService journeys) {
        this.journeys = journeys;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "admin", "customers:read"})
    @Audited("journey")
    @Operation(
            summary = "A customer's stage, path and risk to leave, explained",
            operationId = "journeyOfCustomer",
            description = "Stage and risk are judged by what is known at this moment; the history knows of a new stage "
                    + "within minutes.")
    @APIResponse(responseCode = "200", description = "The journey")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    public Uni<Journey> journey(UUID id) {
        return journeys.journey(id);
    }
}
