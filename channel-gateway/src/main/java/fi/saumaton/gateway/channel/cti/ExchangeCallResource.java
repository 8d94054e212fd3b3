/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

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

import fi.saumaton.kit.security.Caller;

/** Calls by the company's own telephone exchange. */
@Path("/api/v1/exchanges/{name}/calls")
@Tag(name = "Calls")
@RolesAllowed({"agent", "supervisor"})
public class ExchangeCallResource {
    private final ExchangeCallService service;
    private final Caller caller;

    ExchangeCallResource(ExchangeCallService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /**
     * Whom to call.
     *
     * @param conversationId the caller's; its customer is called
     * @param requestId of the client's own making: the same again calls once
     */
    @Schema(
            name = "ExchangeCall",
            examples = "{\"conversationId\":\"0199c0de-0002-7000-8000-000000000002\","
                    + "\"requestId\":\"0199c0de-0009-7000-8000-000000000009\"}")
    public record Request(
            @NotNull UUID conversationId, @NotNull UUID requestId) {}

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "callByExchange",
            summary = "Calls the customer by the company's exchange",
            description = "Only the conversation's owner may. Their own telephone rings first.")
    @APIResponse(responseCode = "202", description = "The exchange will call")
    @APIResponse(responseCode = "404", description = "No such exchange, or it does not call; or no such conversation")
    @APIResponse(
            responseCode = "409",
            description = "not-owner, conversation-closed, no-telephone, or no number of the customer is known")
    @APIResponse(responseCode = "502", description = "The exchange refused, or did not answer")
    public Uni<Void> call(String name, @Valid @NotNull Request request) {
        return service.call(name, request.conversationId(), caller.id(), request.requestId());
    }
}
