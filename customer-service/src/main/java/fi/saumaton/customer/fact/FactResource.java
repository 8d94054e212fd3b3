/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** What is known of a customer, and agents' corrections of it. */
@Path("/api/v1/customers/{id}/facts")
@Tag(name = "Facts", description = "What customers said or did, so that nobody has to ask again")
public class FactResource {
    private final FactService facts;
    private final Caller caller;

    FactResource(FactService facts, Caller caller) {
        this.facts = facts;
        this.caller = caller;
    }

    /** Something an agent knows. */
    record FactRequest(
            @NotBlank @Size(max = 40) @Schema(examples = "address")
            String kind,

            @NotBlank @Size(max = 300) @Schema(examples = "Kauppakatu 5 A 12, 40100 Jyväskylä")
            String value) {}

    @GET
    @RolesAllowed({"agent", "supervisor", "admin", "customers:read"})
    @Audited("facts")
    @Operation(
            operationId = "listFacts",
            summary = "What is known of a customer, newest first",
            description =
                    "With the source, whether it is proven, and until when it is taken for true. Of kinds of which "
                            + "a customer has one at a time, the newest proven one is current.")
    @APIResponse(responseCode = "200", description = "The facts")
    @APIResponse(responseCode = "403", description = "The caller may not read customers, or not reveal sensitive facts")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    public Uni<Page<KnownFact>> list(
            UUID id,
            @QueryParam("reveal")
                    @DefaultValue("false")
                    @Parameter(description = "Shows sensitive values too, such as account numbers; for agents")
                    boolean reveal) {
        if (reveal && !caller.is("agent") && !caller.is("supervisor")) {
            throw new Problem(CommonProblem.FORBIDDEN, "Only agents see sensitive facts.");
        }
        return facts.all(id, reveal).map(items -> new Page<>(items, null));
    }

    @POST
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "recordFact",
            summary = "Enter or correct a fact",
            description = "An agent's word is proven: it wins over what was said, until a newer proven one comes.")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = KnownFact.class)))
    @APIResponse(responseCode = "404", description = "There is no such customer")
    @APIResponse(responseCode = "422", description = "No such kind, or the value can't be one of it")
    public Uni<RestResponse<KnownFact>> enter(UUID id, @NotNull @Valid FactRequest request) {
        return facts.enter(id, request.kind(), request.value(), caller.id())
                .map(fact -> RestResponse.ResponseBuilder.<KnownFact>created(
                                URI.create("/api/v1/customers/" + id + "/facts"))
                        .entity(fact)
                        .build());
    }

    @DELETE
    @Path("/{factId}")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "withdrawFact",
            summary = "Withdraw a fact that is not so",
            description = "Hidden until somebody says it anew.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    @APIResponse(responseCode = "404", description = "There is no such customer, or no such fact of theirs")
    public Uni<Void> withdraw(UUID id, UUID factId) {
        return facts.withdraw(id, factId, caller.id());
    }
}
