/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.offer;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;

@Path("/api/v1/offers/{id}")
@Tag(name = "Offers", description = "Reservations with a time limit")
public class OfferResource {

    private final OfferService offers;
    private final Caller caller;

    OfferResource(OfferService offers, Caller caller) {
        this.offers = offers;
        this.caller = caller;
    }

    @POST
    @Path("/acceptance")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "acceptOffer",
            summary = "Take the work",
            description = "Repeating it after a lost answer gives the same answer.")
    @APIResponse(
            responseCode = "200",
            description = "The conversation is the caller's",
            content = @Content(schema = @Schema(implementation = AcceptedView.class)))
    @APIResponse(responseCode = "404", description = "The caller has no such offer")
    @APIResponse(responseCode = "409", description = "offer-not-pending: too late; outcome says what became of it")
    public Uni<AcceptedView> accept(@PathParam("id") UUID id) {
        return offers.accept(id, caller.id());
    }

    @POST
    @Path("/refusal")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(operationId = "refuseOffer", summary = "Leave the work to somebody else")
    @APIResponse(responseCode = "204", description = "It goes on to somebody else")
    @APIResponse(responseCode = "404", description = "The caller has no such offer")
    @APIResponse(responseCode = "409", description = "offer-not-pending: too late; outcome says what became of it")
    public Uni<Void> refuse(@PathParam("id") UUID id, @Valid RefusalRequest request) {
        return offers.refuse(id, caller.id(), request == null ? null : request.reason());
    }
}
