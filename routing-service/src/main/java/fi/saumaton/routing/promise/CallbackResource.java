/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.net.URI;
import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Page;
import fi.saumaton.routing.promise.CapacityRule.Offered;
import fi.saumaton.routing.web.Version;

/** Times to be called at, for customers to pick: in their own service's pages, by a partner, or with an agent. */
@Path("/api/v1/callback-windows")
@Tag(name = "Promises")
@RolesAllowed({"agent", "supervisor", "promises:write"})
public class CallbackResource {
    private final CallbackService callbacks;
    private final Caller caller;

    CallbackResource(CallbackService callbacks, Caller caller) {
        this.callbacks = callbacks;
        this.caller = caller;
    }

    /** A window and how much room it has. */
    @Schema(
            name = "CallbackWindow",
            examples =
                    "{\"from\":\"2026-11-23T08:00:00Z\",\"until\":\"2026-11-23T09:00:00Z\",\"capacity\":8,\"free\":3}")
    record WindowView(Instant from, Instant until, int capacity, int free) {
        static WindowView of(Offered offered) {
            return new WindowView(
                    offered.window().from(), offered.window().until(), offered.capacity(), offered.free());
        }
    }

    @GET
    @Operation(
            operationId = "listCallbackWindows",
            summary = "When a queue can call customers back",
            description =
                    "From its plan's people and hours, less what is promised already. Full windows are listed too.")
    @APIResponse(responseCode = "200", description = "The windows, the first first")
    @APIResponse(responseCode = "404", description = "The queue has no plan")
    public Uni<Page<WindowView>> list(@QueryParam("queue") @NotBlank String queue) {
        return callbacks
                .windows(queue)
                .map(found -> new Page<>(found.stream().map(WindowView::of).toList(), null));
    }

    @POST
    @Operation(
            operationId = "pickCallbackWindow",
            summary = "Take a place in a window: a promise by the queue to call",
            description = "From now on the place is reserved. The promise is the customer's own doing: madeBy says so.")
    @APIResponse(
            responseCode = "201",
            description = "The promise, with its version as ETag",
            content = @Content(schema = @Schema(implementation = PromiseView.class)))
    @APIResponse(responseCode = "404", description = "The queue has no plan")
    @APIResponse(responseCode = "409", description = "The window is full, or none of the queue's")
    public Uni<Response> pick(
            @HeaderParam("Idempotency-Key") String idempotencyKey, @NotNull @Valid CallbackRequest request) {
        return callbacks
                .pick(request, Asker.of(caller), idempotencyKey)
                .map(made -> Version.tagged(
                                Response.created(URI.create("/api/v1/promises/" + made.id()))
                                        .entity(made),
                                made.version())
                        .build());
    }
}
