/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;

/** This service's part of the right to know. */
@Path("/api/v1/customers/{id}/personal-data")
@Tag(name = "Erasures", description = "One person removed from everywhere, with proof")
public class PersonalDataResource {
    private final PersonalDataService data;

    PersonalDataResource(PersonalDataService data) {
        this.data = data;
    }

    @GET
    @RolesAllowed("admin")
    @Audited(value = "export", purpose = "rights")
    @Operation(
            operationId = "getPersonalData",
            summary = "All that this service has of a person",
            description = "The export at the gateway, /api/v1/exports/{id}, brings the parts of all services together.")
    @APIResponse(responseCode = "200", description = "Row by row")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    public Uni<PersonalData> get(UUID id) {
        return data.of(id);
    }
}
