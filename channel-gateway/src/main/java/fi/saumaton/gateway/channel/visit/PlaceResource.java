/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.visit;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Visits, for a tablet at the door or the page behind a QR code, which know the place's key. */
@Path("/api/v1/places/{place}/visits")
@Tag(name = "Visits")
@PermitAll
public class PlaceResource {
    private static final String KEY = "Device-Key";

    private final VisitChannels places;
    private final VisitService service;

    PlaceResource(VisitChannels places, VisitService service) {
        this.places = places;
        this.service = service;
    }

    /**
     * What the tablet shows.
     *
     * @param acknowledgedBy who is coming, absent as long as nobody is
     * @param reply what the visitor is told, absent when nothing was said yet
     */
    public record Arrived(String reference, long waitedSeconds, String acknowledgedBy, String reply) {}

    @POST
    @ResponseStatus(202)
    @Operation(operationId = "announceVisitAtPlace", summary = "Somebody announces themselves")
    @APIResponse(responseCode = "401", description = "The place's key is missing or wrong")
    public Uni<VisitResource.VisitAccepted> announce(
            String place, @HeaderParam(KEY) String key, @Valid @NotNull Announcement announcement) {
        return service.announce(known(place, key), announcement).map(VisitResource.VisitAccepted::new);
    }

    @GET
    @Path("{visit}")
    @Operation(operationId = "readVisitAtPlace", summary = "Whether somebody is coming")
    @APIResponse(responseCode = "404", description = "Not there, or not yet: ask again in a second")
    public Uni<Arrived> find(String place, @HeaderParam(KEY) String key, UUID visit) {
        return service.find(known(place, key), visit)
                .map(found ->
                        new Arrived(found.reference(), found.waitedSeconds(), found.acknowledgedBy(), found.reply()));
    }

    private VisitChannel known(String place, String key) {
        var channel = places.require(place);
        if (!channel.isKey(key)) {
            throw new Problem(CommonProblem.UNAUTHORISED, "The place's key is missing or wrong");
        }
        return channel;
    }
}
