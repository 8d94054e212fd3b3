/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;
import fi.saumaton.customer.candidate.CandidateView.Decision;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Page;

/** Customers who may be one person, and what makes them look so. */
@Path("/api/v1/candidates")
@Tag(name = "Candidates", description = "Customers who may be one person, for somebody to decide")
public class CandidateResource {
    private final CandidateService candidates;
    private final Caller caller;

    CandidateResource(CandidateService candidates, Caller caller) {
        this.candidates = candidates;
        this.caller = caller;
    }

    record ConfirmationRequest(
            @NotBlank @Size(max = 500) String reason,

            @Schema(description = "Link them in spite of what speaks against it")
            boolean override) {}

    record RejectionRequest(
            @NotBlank @Size(max = 500) String reason,

            @Schema(description = "Mark them as different people, so that no evidence links them either")
            boolean different) {}

    @GET
    @Audited("candidates")
    @RolesAllowed({"agent", "supervisor", "admin"})
    @Operation(
            operationId = "listCandidates",
            summary = "Customers who may be one person",
            description = "The most probable first, in pages.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    @APIResponse(responseCode = "422", description = "The state, the limit or the cursor is none")
    public Uni<Page<CandidateView>> page(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "open|confirmed|rejected") String state,
            @QueryParam("customerId") @Parameter(description = "Only this customer's") UUID customerId,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    @Parameter(description = "Candidates per page, 1 to 200")
                    int limit,
            @QueryParam("after") @Parameter(description = "The next of the page before") String after) {
        return candidates.page(state, customerId, limit, after);
    }

    @POST
    @Path("/{id}/confirmation")
    @RolesAllowed({"supervisor", "admin"})
    @Operation(
            operationId = "confirmCandidate",
            summary = "They are one person",
            description = "Links the two; taking the link back undoes it.")
    @APIResponse(responseCode = "200", description = "They are one customer now")
    @APIResponse(responseCode = "404", description = "There is no such candidate")
    @APIResponse(responseCode = "409", description = "Decided already, one already, or something speaks against it")
    public Uni<Decision> confirm(UUID id, @NotNull @Valid ConfirmationRequest request) {
        return candidates.confirm(id, request.override(), caller.id(), request.reason());
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed({"supervisor", "admin"})
    @Operation(
            operationId = "rejectCandidate",
            summary = "They are two people",
            description = "The pair is not shown again.")
    @APIResponse(responseCode = "200", description = "They stay two customers")
    @APIResponse(responseCode = "404", description = "There is no such candidate")
    @APIResponse(responseCode = "409", description = "Decided already")
    public Uni<Decision> reject(UUID id, @NotNull @Valid RejectionRequest request) {
        return candidates.reject(id, request.different(), caller.id(), request.reason());
    }
}
