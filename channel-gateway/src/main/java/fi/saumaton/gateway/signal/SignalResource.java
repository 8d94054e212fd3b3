/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.signal;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.annotation.JsonProperty;

import fi.saumaton.gateway.channel.Signal;
import fi.saumaton.kit.security.Caller;

/** What an agent lets the customer see of the moment. */
@Path("/api/v1/conversations")
@Tag(name = "Conversations")
@RolesAllowed({"agent", "supervisor"})
public class SignalResource {
    private final SignalService service;
    private final Caller caller;

    SignalResource(SignalService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** What is shown. */
    public enum Sign {
        @JsonProperty("typing")
        TYPING,
        @JsonProperty("typing-stopped")
        TYPING_STOPPED,
        @JsonProperty("read")
        READ
    }

    /** One sign. */
    @Schema(examples = "{\"type\":\"typing\"}")
    public record Shown(@NotNull Sign type) {}

    @POST
    @Path("{id}/signals")
    @ResponseStatus(204)
    @Operation(
            operationId = "showCustomer",
            summary = "Shows the customer that somebody writes, or has read",
            description =
                    "Best effort: a channel that cannot show it leaves it out, and what is lost is not repeated. A typing sign is to be renewed every few seconds.")
    @APIResponse(responseCode = "204", description = "Passed on, where the channel can")
    @APIResponse(responseCode = "409", description = "not-owner or conversation-closed")
    public Uni<Void> show(UUID id, @Valid @NotNull Shown shown) {
        return service.send(id, caller.id(), Signal.Kind.valueOf(shown.type().name()));
    }
}
