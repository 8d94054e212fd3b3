/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;

/** Where everyone who meets customers, at the desk or elsewhere, logs what happened. */
@Path("/api/v1/customers/{customerId}/touchpoints")
@RolesAllowed({"agent", "supervisor", "admin", "colleague"})
@Tag(name = "Touchpoints")
public class LogResource {
    private final TouchpointService touchpoints;
    private final Caller caller;

    LogResource(TouchpointService touchpoints, Caller caller) {
        this.touchpoints = touchpoints;
        this.caller = caller;
    }

    /** What was logged; nothing of the customer, whom the caller may not be allowed to see. */
    record Logged(UUID touchpointId) {}

    /** What an idempotency key stands for. */
    record Identified(UUID customerId, LogRequest request) {}

    @POST
    @Operation(
            operationId = "logTouchpoint",
            summary = "Log a visit, a meeting, a call, a note",
            description = "For everyone who meets customers: sales, marketing, shop and maintenance as well. It shows "
                    + "nothing of the customer.")
    @APIResponse(
            responseCode = "201",
            description = "Logged",
            content = @Content(schema = @Schema(implementation = Logged.class)))
    @APIResponse(responseCode = "404", description = "There is no such customer")
    @APIResponse(responseCode = "422", description = "Something in it breaks a rule; the problem says what")
    public Uni<RestResponse<Logged>> log(
            UUID customerId,
            @HeaderParam("Idempotency-Key") @Parameter(description = "The same key logs once") String idempotencyKey,
            @NotNull @Valid LogRequest request) {
        return touchpoints
                .log(customerId, request, Author.agent(caller.id(), caller.name()), idempotencyKey)
                .map(logged -> RestResponse.ResponseBuilder.<Logged>created(
                                URI.create("/api/v1/customers/" + customerId + "/touchpoints/" + logged.touchpointId()))
                        .entity(logged)
                        .build());
    }

    @DELETE
    @Path("/{touchpointId}")
    @Operation(
            operationId = "removeLoggedTouchpoint",
            summary = "Take back what was logged by hand",
            description = "By whoever logged it, a supervisor or an admin.")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "There is no such entry, or somebody else logged it")
    public Uni<Void> remove(UUID customerId, UUID touchpointId) {
        var remover = new TouchpointService.Remover(caller.id(), caller.is("supervisor") || caller.is("admin"));
        return touchpoints.removeLogged(customerId, touchpointId, remover);
    }
}
