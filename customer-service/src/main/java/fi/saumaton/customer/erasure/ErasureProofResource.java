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

/** Proofs of erasures. */
@Path("/api/v1/erasures/{id}")
@Tag(name = "Erasures", description = "One person removed from everywhere, with proof")
public class ErasureProofResource {
    private final ErasureService erasures;

    ErasureProofResource(ErasureService erasures) {
        this.erasures = erasures;
    }

    @GET
    @RolesAllowed({"admin", "auditor"})
    @Operation(
            operationId = "getErasure",
            summary = "The proof of an erasure",
            description = "What was removed where and when, what stays and why.")
    @APIResponse(responseCode = "200", description = "The proof as far as it is known")
    @APIResponse(responseCode = "404", description = "There has been no such erasure")
    public Uni<ErasureProof> proof(UUID id) {
        return erasures.proof(id);
    }
}
