/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.agent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.routing.engine.Agent;
import fi.saumaton.routing.web.Version;

@Path("/api/v1/agents")
@Tag(name = "Agents", description = "Who serves, and whether they take work")
public class AgentResource {

    private final AgentService agents;
    private final Caller caller;

    AgentResource(AgentService agents, Caller caller) {
        this.agents = agents;
        this.caller = caller;
    }

    @GET
    @Path("/me")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "getMyDesk",
            summary = "My desk",
            description = "Presence, capacity, pending offers and assigned work of the caller.")
    public Uni<DeskView> me() {
        return agents.desk(person());
    }

    @GET
    @Path("/me/presence")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(operationId = "getMyPresence", summary = "My presence")
    public Uni<PresenceView> presence() {
        return agents.presence(caller.id());
    }

    @PUT
    @Path("/me/presence")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "setMyPresence",
            summary = "Take work, take none, or renew",
            description = "Repeat it at least every 20 seconds: who is not heard of for 30 seconds counts as gone. The"
                    + " first time makes the agent.")
    @APIResponse(
            responseCode = "200",
            description = "The presence as it is now",
            content = @Content(schema = @Schema(implementation = PresenceView.class)))
    @APIResponse(responseCode = "422", description = "An unknown status or too long a reason")
    public Uni<PresenceView> present(@NotNull @Valid PresenceRequest request) {
        return agents.present(person(), request);
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "manager", "admin"})
    @Operation(operationId = "listAgents", summary = "All agents", description = "In order of their ids.")
    public Uni<Page<AgentView>> list(
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(200) int limit, @QueryParam("after") String after) {
        Cursor cursor = Cursor.parse(after);
        return agents.list(cursor == null ? "" : cursor.text(0), limit)
                .map(page -> new Page<>(page.items(), page.next() == null ? null : Cursor.of(page.next())))
                .map(page -> page.map(AgentView::from));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "supervisor", "manager", "admin"})
    @Operation(operationId = "getAgent", summary = "One agent")
    @APIResponse(
            responseCode = "200",
            description = "The agent, with the version as ETag",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    @APIResponse(responseCode = "404", description = "Nobody has this id")
    public Uni<Response> get(@PathParam("id") String id) {
        return agents.find(id).map(AgentResource::answer);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"supervisor", "admin"})
    @Operation(
            operationId = "configureAgent",
            summary = "Configure an agent",
            description = "What is left out stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The agent as configured, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = AgentView.class)))
    @APIResponse(responseCode = "404", description = "Nobody has this id")
    @APIResponse(responseCode = "412", description = "Somebody else was first")
    @APIResponse(responseCode = "422", description = "A value out of range, or a queue that does not exist")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> configure(
            @PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid AgentRequest request) {
        return agents.configure(id, ifMatch, request).map(AgentResource::answer);
    }

    private static Response answer(Agent agent) {
        return Version.tagged(Response.ok(AgentView.from(agent)), agent.version())
                .build();
    }

    private AgentService.Person person() {
        return new AgentService.Person(caller.id(), caller.name());
    }
}
