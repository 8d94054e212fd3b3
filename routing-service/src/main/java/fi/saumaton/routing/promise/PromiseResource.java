/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.web.Version;

/** Promises: made, listed and read. What is done with one is at {@link PromiseStepResource}. */
@Path("/api/v1/promises")
@Tag(name = "Promises", description = "What customers were promised, by when, and what came of it")
@RolesAllowed({"agent", "supervisor", "promises:write"})
public class PromiseResource {
    private final PromiseService promises;
    private final Caller caller;

    PromiseResource(PromiseService promises, Caller caller) {
        this.promises = promises;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "makePromise",
            summary = "Make a promise",
            description =
                    "From now on it has an owner and a time, and somebody by name hears of it before it is due. A "
                            + "partner's promise needs an owner among the company's agents, teams or queues.")
    @APIResponse(
            responseCode = "201",
            description = "The promise, with its version as ETag",
            content = @Content(schema = @Schema(implementation = PromiseView.class)))
    @APIResponse(
            responseCode = "422",
            description = "A time that has passed, no such queue, or nobody would hear of it")
    public Uni<Response> make(
            @HeaderParam("Idempotency-Key") String idempotencyKey, @NotNull @Valid PromiseRequests.Made request) {
        return promises.make(request, Asker.of(caller), idempotencyKey)
                .map(made -> Version.tagged(
                                Response.created(URI.create("/api/v1/promises/" + made.id()))
                                        .entity(made),
                                made.version())
                        .build());
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "manager", "promises:write"})
    @Operation(
            operationId = "listPromises",
            summary = "Promises, the first due first",
            description = "A partner sees its own alone.")
    @APIResponse(responseCode = "200", description = "A page")
    public Uni<Page<PromiseView>> list(
            @QueryParam("customer") UUID customer,
            @QueryParam("conversation") UUID conversation,
            @QueryParam("queue") String queue,
            @QueryParam("owner") @Parameter(description = "An agent's subject, or a team's or queue's name")
                    String owner,
            @QueryParam("dueBefore") @Parameter(example = "2026-11-23T00:00:00Z") String dueBefore,
            @QueryParam("state")
                    @Pattern(regexp = "live|draft|open|due-soon|late|kept|kept-late|broken|moved|cancelled")
                    @Parameter(description = "One state, or live for those that somebody still owes", example = "live")
                    String state,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") String after) {
        var filter = new PromiseList.Filter(customer, conversation, queue, owner, time(dueBefore), state);
        return promises.list(filter, Asker.of(caller), after, limit);
    }

    private static Instant time(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Problem(CommonProblem.INVALID, "A time is written as 2026-11-23T00:00:00Z")
                    .with("parameter", "dueBefore");
        }
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "supervisor", "manager", "promises:write"})
    @Operation(operationId = "getPromise", summary = "One promise")
    @APIResponse(
            responseCode = "200",
            description = "The promise, with its version as ETag",
            content = @Content(schema = @Schema(implementation = PromiseView.class)))
    @APIResponse(responseCode = "404", description = "There is no such promise, or it is not yours to see")
    public Uni<Response> get(UUID id) {
        return promises.find(id, Asker.of(caller)).map(PromiseResource::answer);
    }

    static Response answer(PromiseView promise) {
        return Version.tagged(Response.ok(promise), promise.version()).build();
    }
}
