/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;

/** The right to be forgotten. */
@Path("/api/v1/customers/{id}/erasure")
@Tag(name = "Erasures", description = "One person removed from everywhere, with proof")
public class ErasureResource {
    private final ErasureService erasures;
    private final Caller caller;

    ErasureResource(ErasureService erasures, Caller caller) {
        this.erasures = erasures;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("admin")
    @Operation(
            operationId = "eraseCustomer",
            summary = "Erase a person from all services",
            description =
                    "There is no way back. Here everything is gone with the answer; the proof says when the other "
                            + "services are done. Erasing somebody again answers the proof of the first time.")
    @APIResponse(
            responseCode = "202",
            description = "Erased here, told to the others",
            content = @Content(schema = @Schema(implementation = ErasureProof.class)))
    @APIResponse(responseCode = "404", description = "There is no such customer, and was none that was erased")
    public Uni<RestResponse<ErasureProof>> erase(UUID id, @NotNull @Valid ErasureRequest request) {
        return erasures.erase(id, new ErasureService.Request(request.code(), caller.id(), caller.name()))
                .map(proof -> RestResponse.ResponseBuilder.<ErasureProof>accepted()
                        .location(URI.create("/api/v1/erasures/" + proof.erasureId()))
                        .entity(proof)
                        .build());
    }
}
