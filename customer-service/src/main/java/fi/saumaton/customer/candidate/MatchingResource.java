/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.matching.Weights;
import fi.saumaton.kit.security.Caller;

/** How similar people are looked for: learning from the company's own data, and looking at everybody anew. */
@Path("/api/v1/matching")
@Tag(name = "Candidates", description = "Customers who may be one person, for somebody to decide")
public class MatchingResource {
    private final CandidateService candidates;
    private final SearchService search;
    private final Caller caller;

    MatchingResource(CandidateService candidates, SearchService search, Caller caller) {
        this.candidates = candidates;
        this.search = search;
        this.caller = caller;
    }

    record Run(
            @Schema(description = "Customers who will be looked at in the next minutes")
            int customers) {}

    @POST
    @Path("/runs")
    @RolesAllowed("admin")
    @Operation(
            operationId = "searchCandidatesAnew",
            summary = "Look at everybody anew",
            description = "After learning, after an import, or once a week: how common names are is counted here.")
    @APIResponse(responseCode = "200", description = "How many will be looked at")
    public Uni<Run> run() {
        return search.runOverAll().map(Run::new);
    }

    @GET
    @Path("/model")
    @RolesAllowed("admin")
    @Operation(
            operationId = "getMatchingModel",
            summary = "The weights in use",
            description = "Probabilities by level: exact, close, similar, different.")
    @APIResponse(responseCode = "200", description = "What was learned, or the defaults")
    public Uni<Weights> model() {
        return candidates.weights();
    }

    @POST
    @Path("/model")
    @RolesAllowed("admin")
    @Operation(
            operationId = "trainMatchingModel",
            summary = "Learn weights from the company's own customers",
            description =
                    "Nobody has to say who is who. Takes up to a minute; a run over all applies them to everybody.")
    @APIResponse(responseCode = "200", description = "What was learned, in use from now on")
    @APIResponse(responseCode = "409", description = "There are too few people with details")
    public Uni<CandidateService.Model> train() {
        return candidates.train(caller.id());
    }

    @DELETE
    @Path("/model")
    @RolesAllowed("admin")
    @Operation(
            operationId = "forgetMatchingModel",
            summary = "Forget what was learned",
            description = "The defaults count again.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Uni<Void> forget() {
        return candidates.forget();
    }
}
