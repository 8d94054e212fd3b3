/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.AsOf;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** All customers' journeys, and the rules of the life cycle. */
@Path("/api/v1/journeys")
@Tag(name = "Journeys", description = "Stages of the life cycle, paths of touchpoints, the risk to leave")
public class JourneysResource {
    private final GraphService graphs;
    private final RulesService rules;
    private final Caller caller;

    JourneysResource(GraphService graphs, RulesService rules, Caller caller) {
        this.graphs = graphs;
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    @Path("/graph")
    @RolesAllowed({"supervisor", "manager", "admin"})
    @Operation(
            summary = "The paths of all customers as a graph",
            operationId = "journeyGraph",
            description = "What followed what, for how many customers, how soon; the last 30 days when no time is "
                    + "given. Groups too small to hide single customers in are left out.")
    @APIResponse(responseCode = "200", description = "The graph")
    @APIResponse(responseCode = "422", description = "The times can't be read, end before they begin, or are too long")
    public Uni<JourneyGraph> graph(
            @QueryParam("of")
                    @DefaultValue("touchpoints")
                    @Pattern(regexp = "touchpoints|stages")
                    @Parameter(description = "What the nodes are: touchpoints or stages")
                    String of,
            @QueryParam("from") @Parameter(description = "From this time on", example = "2026-11-01T00:00:00Z")
                    String from,
            @QueryParam("to") @Parameter(description = "Before this time", example = "2026-12-01T00:00:00Z")
                    String to) {
        return graphs.graph(of.equals("stages"), AsOf.parse(from, "from"), AsOf.parse(to, "to"));
    }

    @GET
    @Path("/rules")
    @RolesAllowed({"supervisor", "manager", "admin"})
    @Operation(summary = "The stages and the terms of the risk", operationId = "journeyRules")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RulesVersion.class)),
            description = "The newest version; its number is the ETag")
    public Uni<RestResponse<RulesVersion>> rules() {
        return rules.newest().map(JourneysResource::answer);
    }

    @GET
    @Path("/rules/versions")
    @RolesAllowed({"supervisor", "manager", "admin"})
    @Operation(summary = "All versions of the rules, newest first", operationId = "journeyRulesVersions")
    @APIResponse(responseCode = "200", description = "The newest 100 versions")
    public Uni<Page<RulesVersion>> versions() {
        return rules.versions().map(items -> new Page<>(items, null));
    }

    @PUT
    @Path("/rules")
    @RolesAllowed({"manager", "admin"})
    @Operation(
            summary = "Change the stages and the terms of the risk",
            operationId = "saveJourneyRules",
            description = "Makes a new version. If-Match has to name the newest one.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RulesVersion.class)),
            description = "The newest version; its number is the ETag")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the newest one")
    @APIResponse(
            responseCode = "422",
            description = "A condition has mistakes: mistakes says where; or something is missing")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<RestResponse<RulesVersion>> save(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid JourneyRules content) {
        return rules.save(content, version(ifMatch), caller.id()).map(JourneysResource::answer);
    }

    private static RestResponse<RulesVersion> answer(RulesVersion rules) {
        return RestResponse.ResponseBuilder.ok(rules)
                .tag(String.valueOf(rules.version()))
                .build();
    }

    private static int version(String ifMatch) {
        if (ifMatch == null) {
            throw new Problem(CommonProblem.PRECONDITION_REQUIRED, "Say in If-Match which version.");
        }
        var tag = ifMatch.strip().replaceAll("^\"(.*)\"$", "$1");
        return tag.matches("\\d{1,9}") ? Integer.parseInt(tag) : -1;
    }
}
