/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;
import fi.saumaton.customer.identity.Changes.Said;
import fi.saumaton.customer.identity.LinkService.Change;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** The evidence about a customer, and links that people make. */
@Path("/api/v1/customers/{id}/links")
@Tag(name = "Links", description = "What makes several handles one customer, and what keeps people apart")
public class LinkResource {
    private final LinkService links;
    private final HandleRule handleRule;
    private final Caller caller;

    LinkResource(LinkService links, HandleRule handleRule, Caller caller) {
        this.links = links;
        this.handleRule = handleRule;
        this.caller = caller;
    }

    /** Exactly one of handle and customerId. */
    @Schema(description = "What is to be linked with the customer: a handle, or another customer")
    record LinkRequest(
            @Valid NamedHandle handle,
            UUID customerId,

            @NotBlank @Size(max = 500) @Schema(examples = "She called from it and knew the order number")
            String reason,

            @Schema(description = "Link them in spite of what speaks against it")
            boolean override) {}

    @GET
    @Audited("links")
    @RolesAllowed({"agent", "supervisor", "admin", "customers:read"})
    @Operation(
            operationId = "listLinks",
            summary = "All the evidence about a customer",
            description = "Also what is not followed, with the reason, and what was taken back.")
    @APIResponse(responseCode = "200", description = "Links and marks of difference, the oldest first")
    @APIResponse(responseCode = "404", description = "There is no such customer, or was none at that time")
    public Uni<LinkView.Evidence> links(
            UUID id, @QueryParam("asOf") @Parameter(description = "What was known at that time") String asOf) {
        return links.evidence(id, AsOf.parse(asOf));
    }

    @POST
    @RolesAllowed({"supervisor", "admin"})
    @Operation(operationId = "createLink", summary = "Link a handle, or another customer, with a customer")
    @APIResponse(responseCode = "200", description = "They are one customer now")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    @APIResponse(
            responseCode = "409",
            description = "They are one already, or something speaks against it: the problem's refusal says what")
    @APIResponse(responseCode = "422", description = "Not exactly one of handle and customerId, or no such kind")
    public Uni<Change> link(UUID id, @NotNull @Valid LinkRequest request) {
        if ((request.handle() == null) == (request.customerId() == null)) {
            throw new Problem(CommonProblem.INVALID, "Give either a handle or a customerId.");
        }
        return request.handle() != null
                ? links.link(id, request.handle().read(handleRule), request.override(), said(request.reason()))
                : links.link(request.customerId(), id, request.override(), caller.id(), request.reason());
    }

    private Said said(String reason) {
        return new Said(caller.id(), reason);
    }
}
