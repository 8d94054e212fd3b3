/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.conversation.Author;
import fi.saumaton.kit.security.Caller;

/** The telephone calls of a conversation. */
@Path("/api/v1/conversations/{id}/calls")
@Tag(name = "Calls")
@RolesAllowed({"agent", "supervisor"})
public class CallResource {
    private final ConnectService service;
    private final Caller caller;

    CallResource(ConnectService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** All of them: a conversation has few. */
    public record Views(List<CallView> items) {}

    @GET
    @Operation(operationId = "listCalls", summary = "Its calls of the last 30 days, oldest first")
    public Uni<Views> list(UUID id) {
        return service.of(id).map(Views::new);
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "callCustomer",
            summary = "Calls the customer",
            description =
                    "Only the conversation's owner may. First their own telephone rings; when they have answered, the customer's does. What becomes of it follows as call.changed.")
    @APIResponse(responseCode = "202", description = "The caller's telephone will ring")
    @APIResponse(
            responseCode = "409",
            description =
                    "not-owner, conversation-closed, no-telephone, no-line, or no number of the customer is known")
    public Uni<CallView> call(UUID id, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return service.callOut(id, Author.agent(caller.id(), caller.name()), idempotencyKey);
    }
}
