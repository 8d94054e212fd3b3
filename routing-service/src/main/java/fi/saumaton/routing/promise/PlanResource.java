/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.web.Page;
import fi.saumaton.routing.web.Version;

/** How queues keep their promises: who hears of them, and how many call-backs they hold. */
@Path("/api/v1/promise-plans")
@Tag(name = "Promises")
@RolesAllowed({"agent", "supervisor", "manager", "admin"})
public class PlanResource {
    private final PlanService plans;

    PlanResource(PlanService plans) {
        this.plans = plans;
    }

    @GET
    @Operation(operationId = "listPromisePlans", summary = "The queues' plans")
    public Uni<Page<PlanView>> list() {
        return plans.all()
                .map(found -> new Page<>(found.stream().map(PlanView::of).toList(), null));
    }

    @GET
    @Path("/{queue}")
    @Operation(operationId = "getPromisePlan", summary = "A queue's plan; that of default is for queues without one")
    @APIResponse(
            responseCode = "200",
            description = "The plan, with its version as ETag",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "404", description = "The queue has no plan")
    public Uni<Response> get(String queue) {
        return plans.find(queue).map(PlanResource::answer);
    }

    @PUT
    @Path("/{queue}")
    @RolesAllowed({"supervisor", "admin"})
    @Operation(operationId = "putPromisePlan", summary = "Make or change a queue's plan")
    @APIResponse(
            responseCode = "200",
            description = "The plan, with its new version as ETag",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "412", description = "Somebody else was first")
    @APIResponse(responseCode = "422", description = "There is no such queue, or a value is out of range")
    @APIResponse(responseCode = "428", description = "There is a plan and If-Match is missing")
    public Uni<Response> put(
            String queue, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PlanRequest request) {
        return plans.put(queue, ifMatch, request).map(PlanResource::answer);
    }

    private static Response answer(Plan plan) {
        return Version.tagged(Response.ok(PlanView.of(plan)), plan.version()).build();
    }
}
