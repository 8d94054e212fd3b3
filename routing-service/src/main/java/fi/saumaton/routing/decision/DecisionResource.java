/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.decision;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;

@Path("/api/v1/decisions")
@Tag(name = "Decisions", description = "Why work went where it went")
public class DecisionResource {

    private final DecisionService decisions;

    DecisionResource(DecisionService decisions) {
        this.decisions = decisions;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "supervisor", "manager", "admin"})
    @Operation(
            operationId = "getDecision",
            summary = "One decision",
            description = "With every candidate's terms in minutes; scores are computed from them again.")
    @APIResponse(responseCode = "200", description = "The decision and its reasons")
    @APIResponse(responseCode = "404", description = "There is no such decision")
    public Uni<DecisionView> get(@PathParam("id") UUID id) {
        return decisions.find(id).map(DecisionView::from);
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "manager", "admin"})
    @Operation(
            operationId = "listDecisions",
            summary = "All decisions about a conversation",
            description = "The newest first.")
    public Uni<Page<DecisionView>> list(
            @QueryParam("conversationId") @NotNull UUID conversationId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") String after) {
        return decisions
                .ofConversation(conversationId, Cursor.parse(after), limit)
                .map(page -> page.map(DecisionView::from));
    }
}
