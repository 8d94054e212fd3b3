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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Issues: reading one, resolving one. */
@Path("/api/v1/issues/{id}")
@Tag(name = "Issues", description = "Customers' matters, over conversations and channels")
public class IssueResource {
    private final IssueService issues;
    private final Caller caller;

    IssueResource(IssueService issues, Caller caller) {
        this.issues = issues;
        this.caller = caller;
    }

    /** How the matter ended, in words for the next one who reads it. */
    record ResolutionRequest(
            @NotBlank @Size(max = 2_000) @Schema(examples = "The saw takes ordinary chain oil.")
            String resolution,

            @Schema(description = "One of the company's list, customer.issue.resolution-codes", examples = "answered")
            String code) {}

    @GET
    @Audited(value = "issue", of = Audited.Subject.ISSUE)
    @RolesAllowed({"agent", "supervisor", "admin", "customers:read"})
    @Operation(
            operationId = "getIssue",
            summary = "One issue",
            description = "The ETag is its version, for If-Match. The id of an issue that was joined into another "
                    + "one answers that one.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = IssueView.class)),
            description = "The issue")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    public Uni<RestResponse<IssueView>> get(UUID id) {
        return issues.get(id).map(IssueResource::answer);
    }

    @GET
    @Audited(value = "issue", of = Audited.Subject.ISSUE)
    @Path("/contacts")
    @RolesAllowed({"agent", "supervisor", "admin", "customers:read"})
    @Operation(
            operationId = "listIssueContacts",
            summary = "The contacts about an issue, newest first",
            description = "Each with the reason why it is there. In pages: give next as after.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    @APIResponse(
            responseCode = "422",
            description = "The limit is out of bounds, or the cursor is not one of this list")
    public Uni<Page<IssueContact>> contacts(
            UUID id,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    @Parameter(description = "Contacts per page, 1 to 200")
                    int limit,
            @QueryParam("after") @Parameter(description = "The next of the page before") String after,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return issues.contacts(id, limit, after, BecauseText.forHeader(language));
    }

    @POST
    @Path("/resolution")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "resolveIssue",
            summary = "Resolve an issue",
            description = "Sending the same resolution again answers 200 and changes nothing; another resolution is a "
                    + "conflict. The issue closes after seven quiet days, unless the customer comes back with it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = IssueView.class)),
            description = "The resolved issue")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    @APIResponse(responseCode = "409", description = "It has been resolved otherwise already")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the present one")
    @APIResponse(responseCode = "422", description = "No resolution, or too long a one")
    public Uni<RestResponse<IssueView>> resolve(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ResolutionRequest request) {
        var by = Author.agent(caller.id(), caller.name());
        return issues.resolve(id, request.resolution().strip(), request.code(), by, IfMatch.versions(ifMatch))
                .map(IssueResource::answer);
    }

    private static RestResponse<IssueView> answer(IssueView issue) {
        return RestResponse.ResponseBuilder.ok(issue)
                .tag(String.valueOf(issue.version()))
                .build();
    }
}
