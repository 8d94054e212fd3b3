/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;
import fi.saumaton.customer.timeline.Author;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Page;

/** Who sees to an issue, and whom it waits for. */
@Path("/api/v1/issues/{id}")
@Tag(name = "Issues", description = "Customers' matters, over conversations and channels")
public class IssueWorkResource {
    private final IssueWorkService work;
    private final Caller caller;

    IssueWorkResource(IssueWorkService work, Caller caller) {
        this.work = work;
        this.caller = caller;
    }

    /** To whom an issue is given. */
    record OwnerRequest(
            @NotNull @Valid Owner owner,

            @Size(max = 500) @Schema(examples = "Spare parts know this saw.")
            String note) {}

    /** Whom an issue waits for. */
    record WaitingRequest(
            @NotNull @Pattern(regexp = "customer|third-party") @Schema(enumeration = {"customer", "third-party"})
            String waitingFor,

            @Size(max = 500) @Schema(examples = "Mikko sends a picture of the chain.")
            String note) {}

    @PUT
    @Path("/owner")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "putIssueOwner",
            summary = "Give an issue to an agent or a team",
            description = "They see to it until it is resolved, whoever answers in between.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = IssueView.class)),
            description = "The issue")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    @APIResponse(responseCode = "409", description = "It is closed")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the present one")
    @APIResponse(responseCode = "422", description = "Something is missing or too long")
    public Uni<RestResponse<IssueView>> own(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid OwnerRequest request) {
        return work.own(id, request.owner(), changing(request.note(), ifMatch)).map(IssueWorkResource::answer);
    }

    @DELETE
    @Path("/owner")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(operationId = "deleteIssueOwner", summary = "Let nobody in particular see to an issue")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = IssueView.class)),
            description = "The issue")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    @APIResponse(responseCode = "409", description = "It is closed")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the present one")
    public Uni<RestResponse<IssueView>> disown(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return work.own(id, null, changing(null, ifMatch)).map(IssueWorkResource::answer);
    }

    @PUT
    @Path("/waiting")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "putIssueWaiting",
            summary = "Let an open issue wait for the customer or a third party",
            description = "The customer's next contact about it ends the waiting.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = IssueView.class)),
            description = "The issue")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    @APIResponse(responseCode = "409", description = "It is resolved")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the present one")
    @APIResponse(responseCode = "422", description = "It can't wait for that")
    public Uni<RestResponse<IssueView>> await(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid WaitingRequest request) {
        return work.await(id, request.waitingFor(), changing(request.note(), ifMatch))
                .map(IssueWorkResource::answer);
    }

    @DELETE
    @Path("/waiting")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(operationId = "deleteIssueWaiting", summary = "An issue waits for the company again")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = IssueView.class)),
            description = "The issue")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    @APIResponse(responseCode = "409", description = "It is resolved")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the present one")
    public Uni<RestResponse<IssueView>> goOn(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return work.await(id, null, changing(null, ifMatch)).map(IssueWorkResource::answer);
    }

    @GET
    @Audited(value = "issue", of = Audited.Subject.ISSUE)
    @Path("/changes")
    @RolesAllowed({"agent", "supervisor", "admin", "customers:read"})
    @Operation(
            operationId = "listIssueChanges",
            summary = "What people changed on an issue, newest first",
            description = "Owner, waiting, resolutions and reopenings. In pages: give next as after.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    @APIResponse(
            responseCode = "422",
            description = "The limit is out of bounds, or the cursor is not one of this list")
    public Uni<Page<IssueChange>> changes(
            UUID id,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    @Parameter(description = "Changes per page, 1 to 200")
                    int limit,
            @QueryParam("after") @Parameter(description = "The next of the page before") String after) {
        return work.changes(id, limit, after);
    }

    private IssueWorkService.Changing changing(String note, String ifMatch) {
        return new IssueWorkService.Changing(Author.agent(caller.id(), caller.name()), note, IfMatch.versions(ifMatch));
    }

    private static RestResponse<IssueView> answer(IssueView issue) {
        return RestResponse.ResponseBuilder.ok(issue)
                .tag(String.valueOf(issue.version()))
                .build();
    }
}
