/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.visit;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;

/** Visits, for the people of the house: the reception announces, whoever is free goes. */
@Path("/api/v1/visits/{place}")
@Tag(name = "Visits")
@RolesAllowed({"agent", "supervisor", "admin", "colleague"})
public class VisitResource {
    private final VisitChannels places;
    private final VisitService service;
    private final Caller caller;

    VisitResource(VisitChannels places, VisitService service, Caller caller) {
        this.places = places;
        this.service = service;
        this.caller = caller;
    }

    /** {@code id}: what to ask with for the visit. */
    public record VisitAccepted(UUID id) {}

    /** The open ones, at most 200. */
    public record Visits(List<Visit> items) {}

    @POST
    @ResponseStatus(202)
    @Operation(operationId = "announceVisit", summary = "Announces somebody who has come; becomes work at once")
    public Uni<VisitAccepted> announce(String place, @Valid @NotNull Announcement announcement) {
        return service.announce(places.require(place), announcement).map(VisitAccepted::new);
    }

    @GET
    @Operation(operationId = "listVisits", summary = "Who is there, those that nobody has seen yet first")
    public Uni<Visits> open(String place) {
        return service.open(places.require(place)).map(Visits::new);
    }

    @PUT
    @Path("{visit}/acknowledgement")
    @Operation(
            operationId = "acknowledgeVisit",
            summary = "Somebody goes to meet them",
            description = "Stops the visit's timer. The first one counts; whoever comes later is told who it was.")
    public Uni<Visit> acknowledge(String place, UUID visit) {
        return service.acknowledge(places.require(place), visit, caller);
    }
}
