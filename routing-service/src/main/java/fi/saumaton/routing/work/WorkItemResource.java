/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.work;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;

@Path("/api/v1/work-items")
@Tag(name = "Work items", description = "What needs a responder")
public class WorkItemResource {

    private static final String WAITING = "waiting";

    private final WorkItemService items;
    private final Caller caller;

    WorkItemResource(WorkItemService items, Caller caller) {
        this.items = items;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "manager", "admin"})
    @Operation(
            operationId = "listWorkItems",
            summary = "Work in a state",
            description = "What waits longest first. An agent sees all that waits, and of the rest what is their own.")
    public Uni<Page<WorkItemView>> list(
            @QueryParam("state") @DefaultValue(WAITING) @Pattern(regexp = "waiting|offered|assigned") String state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") String after) {
        String agent = seesAll() || state.equals(WAITING) ? null : caller.id();
        return items.list(state, agent, Cursor.parse(after), limit).map(page -> page.map(WorkItemView::from));
    }

    @POST
    @Path("/{id}/transfer")
    @RolesAllowed({"agent", "supervisor", "admin"})
    @Operation(
            operationId = "transferWorkItem",
            summary = "Give work to another queue",
            description = "An agent gives away only what they have; supervisors anything.")
    @APIResponse(responseCode = "200", description = "The work, waiting in its new queue or offered already")
    @APIResponse(responseCode = "404", description = "No such work, or not the caller's")
    @APIResponse(responseCode = "422", description = "unknown-queue")
    public Uni<WorkItemView> transfer(@PathParam("id") UUID id, @NotNull @Valid TransferRequest request) {
        boolean anybodys = caller.is("supervisor") || caller.is("admin");
        return items.transfer(id, request.queue(), anybodys ? null : caller.id())
                .map(WorkItemView::from);
    }

    private boolean seesAll() {
        return caller.is("supervisor") || caller.is("manager") || caller.is("admin");
    }
}
