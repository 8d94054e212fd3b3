/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.promise.PromiseService.Target;
import fi.saumaton.routing.web.Version;

/** What is done with a promise: kept by evidence, tried, moved, handed over, given up. */
@Path("/api/v1/promises/{id}")
@Tag(name = "Promises")
@RolesAllowed({"agent", "supervisor", "promises:write"})
@APIResponse(
        responseCode = "200",
        description = "The promise, with its version as ETag",
        content = @Content(schema = @Schema(implementation = PromiseView.class)))
@APIResponse(responseCode = "404", description = "There is no such promise, or it is not yours to see")
@APIResponse(responseCode = "409", description = "It is in a state in which this cannot be done")
public class PromiseStepResource {
    private final PromiseService promises;
    private final Caller caller;

    PromiseStepResource(PromiseService promises, Caller caller) {
        this.promises = promises;
        this.caller = caller;
    }

    @POST
    @Path("/confirmation")
    @Operation(operationId = "confirmPromise", summary = "Confirm a draft: from now on it is a promise")
    public Uni<Response> confirm(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return promises.confirm(target(id, ifMatch)).map(PromiseResource::answer);
    }

    @POST
    @Path("/keeping")
    @Operation(
            operationId = "keepPromise",
            summary = "Tell the contact that kept it",
            description =
                    "A two-way contact with an outcome, between the promise and now. Written conversations are seen "
                            + "without telling; see docs/promises.md.")
    @APIResponse(responseCode = "422", description = "The contact was before the promise, or is still to come")
    public Uni<Response> keep(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PromiseRequests.Kept request) {
        return promises.keep(target(id, ifMatch), request).map(PromiseResource::answer);
    }

    @POST
    @Path("/attempts")
    @Operation(
            operationId = "tryPromise",
            summary = "Tell that somebody tried and reached nobody",
            description = "It keeps nothing, but tells why, should the promise be broken.")
    public Uni<Response> attempt(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PromiseRequests.Tried request) {
        return promises.attempt(target(id, ifMatch)).map(PromiseResource::answer);
    }

    @PUT
    @Path("/window")
    @Operation(
            operationId = "movePromise",
            summary = "Move it, as the customer asks",
            description = "This promise ends as moved, and another one takes its place: the answer is the new one, its "
                    + "address stands in Content-Location. If-Match names the version of the old one.")
    @APIResponse(responseCode = "412", description = "Somebody else was first")
    @APIResponse(responseCode = "422", description = "A time that has passed, or it is not the customer who asks")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> move(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PromiseRequests.Moved request) {
        return promises.move(target(id, required(ifMatch)), request)
                .map(promise -> Version.tagged(Response.ok(promise), promise.version())
                        .contentLocation(URI.create("/api/v1/promises/" + promise.id()))
                        .build());
    }

    @PUT
    @Path("/owner")
    @Operation(operationId = "handPromiseOver", summary = "Give it to another owner")
    @APIResponse(responseCode = "412", description = "Somebody else was first")
    @APIResponse(responseCode = "422", description = "No such queue, or nobody by name would hear of it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> handOver(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PromiseRequests.Owned request) {
        return promises.handOver(target(id, required(ifMatch)), request.party()).map(PromiseResource::answer);
    }

    @POST
    @Path("/cancellation")
    @Operation(operationId = "cancelPromise", summary = "The customer needs it no more; a draft is dropped")
    @APIResponse(responseCode = "422", description = "It is not the customer who asks")
    public Uni<Response> cancel(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PromiseRequests.Cancelled request) {
        return promises.cancel(target(id, ifMatch), request).map(PromiseResource::answer);
    }

    @POST
    @Path("/breach")
    @Operation(operationId = "breakPromise", summary = "Say that it is not going to be kept, before time does")
    public Uni<Response> admit(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PromiseRequests.Broken request) {
        return promises.admit(target(id, ifMatch), request).map(PromiseResource::answer);
    }

    private Target target(UUID id, String ifMatch) {
        return new Target(id, Asker.of(caller), ifMatch);
    }

    private static String required(String ifMatch) {
        if (ifMatch == null) {
            throw new Problem(CommonProblem.PRECONDITION_REQUIRED, "Say by If-Match which version you have changed");
        }
        return ifMatch;
    }
}
