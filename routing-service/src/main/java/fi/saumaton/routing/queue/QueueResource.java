/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.queue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.web.Page;
import fi.saumaton.routing.engine.Queue;
import fi.saumaton.routing.web.Version;

@Path("/api/v1/queues")
@Tag(name = "Queues", description = "Lines of work")
public class QueueResource {

    private final QueueService queues;

    QueueResource(QueueService queues) {
        this.queues = queues;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "manager", "admin"})
    @Operation(operationId = "listQueues", summary = "All queues")
    public Uni<Page<QueueView>> list() {
        return queues.list()
                .map(found -> new Page<>(found.stream().map(QueueView::from).toList(), null));
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({"agent", "supervisor", "manager", "admin"})
    @Operation(operationId = "getQueue", summary = "One queue")
    @APIResponse(
            responseCode = "200",
            description = "The queue, with its version as ETag",
            content = @Content(schema = @Schema(implementation = QueueView.class)))
    @APIResponse(responseCode = "404", description = "There is no such queue")
    public Uni<Response> get(@PathParam("name") String name) {
        return queues.find(name).map(QueueResource::answer);
    }

    @PUT
    @Path("/{name}")
    @RolesAllowed("admin")
    @Operation(
            operationId = "putQueue",
            summary = "Make or change a queue",
            description = "If-Match names the version that is changed; a new queue needs none.")
    @APIResponse(
            responseCode = "200",
            description = "The queue as configured, with the new version as ETag",
            content = @Content(schema = @Schema(implementation = QueueView.class)))
    @APIResponse(responseCode = "412", description = "Somebody else was first")
    @APIResponse(responseCode = "422", description = "A value out of range")
    @APIResponse(responseCode = "428", description = "The queue exists and If-Match is missing")
    public Uni<Response> configure(
            @PathParam("name") @Pattern(regexp = QueueRequest.NAME) String name,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid QueueRequest request) {
        return queues.configure(name, ifMatch, request).map(QueueResource::answer);
    }

    private static Response answer(Queue queue) {
        return Version.tagged(Response.ok(QueueView.from(queue)), queue.version())
                .build();
    }
}
