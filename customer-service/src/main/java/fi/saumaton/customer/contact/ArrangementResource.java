/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import fi.saumaton.customer.issue.ArrangementService;
import fi.saumaton.customer.issue.IfMatch;
import fi.saumaton.customer.issue.IssueDecision;
import fi.saumaton.customer.issue.IssueView;
import fi.saumaton.customer.issue.IssueWorkService;
import fi.saumaton.customer.timeline.Author;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Page;

/** Moving contacts, splitting and joining issues, and taking that back. */
@Path("/api/v1/issues/{id}")
@Tag(name = "Issues", description = "Customers' matters, over conversations and channels")
public class ArrangementResource {
    private final ArrangingService arranging;
    private final Caller caller;

    ArrangementResource(ArrangingService arranging, Caller caller) {
        this.arranging = arranging;
        this.caller = caller;
    }

    /** A contact that is about something else. */
    record MoveRequest(
            @NotNull UUID conversationId,

            @Schema(description = "Which contact of the conversation; absent: its last one that is about this issue")
            Long turn,

            @Schema(description = "An issue of the same customer; absent: a new one is opened for it")
            UUID toIssueId,

            @Size(max = 80)
            @Pattern(regexp = ".*\\S.*")
            @Schema(description = "Of the new issue; absent: that of this one", examples = "The invoice is wrong")
            String title,

            @NotBlank @Size(max = 500) @Schema(examples = "This is about the other order.")
            String reason) {}

    /** Two issues that are one matter. */
    record JoinRequest(
            @Schema(description = "The issue that goes on, of the same customer") @NotNull
            UUID intoIssueId,

            @NotBlank @Size(max = 500) @Schema(examples = "Both are about the broken saw.")
            String reason) {}

    /** Why a decision is taken back. */
    record UndoingRequest(
            @NotBlank @Size(max = 500) @Schema(examples = "They were two saws after all.")
            String reason) {}

    /** Why a resolution was none. */
    record ReopeningRequest(
            @NotBlank @Size(max = 500) @Schema(examples = "The new chain came off too.")
            String reason) {}

    @POST
    @Path("/moves")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "moveContact",
            summary = "Move a contact to another issue, or to a new one",
            description =
                    "Later contacts of the same conversation go along. An issue that no contact is about any more is "
                            + "not shown among the open ones.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = IssueDecision.class)),
            description = "Moved; the decision can be undone")
    @APIResponse(responseCode = "404", description = "There is no such issue or contact")
    @APIResponse(
            responseCode = "409",
            description = "The contact is not about this issue (any more), or the other issue is closed or another "
                    + "customer's")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the present one")
    @APIResponse(responseCode = "422", description = "Something is missing or too long, or it is there already")
    public Uni<RestResponse<IssueDecision>> move(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid MoveRequest request) {
        var title = request.title() == null ? null : request.title().strip();
        var move = new ArrangementService.Move(
                request.conversationId(),
                request.turn(),
                request.toIssueId(),
                title,
                request.reason().strip());
        return arranging.move(id, move, by(), IfMatch.versions(ifMatch)).map(ArrangementResource::created);
    }

    @POST
    @Path("/joins")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "joinIssue",
            summary = "Join this issue into another one",
            description =
                    "The other one's state and resolution hold for both from now on; this one's id answers the other "
                            + "one. Nothing is rewritten: undone, both are as they would have been, contacts that came meanwhile "
                            + "included.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = IssueDecision.class)),
            description = "Joined; the decision can be undone")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    @APIResponse(
            responseCode = "409",
            description = "The two are one already, or the other is closed or another customer's")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the present one")
    @APIResponse(responseCode = "422", description = "Something is missing or too long")
    public Uni<RestResponse<IssueDecision>> join(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid JoinRequest request) {
        return arranging
                .join(id, request.intoIssueId(), request.reason().strip(), by(), IfMatch.versions(ifMatch))
                .map(ArrangementResource::created);
    }

    @GET
    @Audited(value = "issue", of = Audited.Subject.ISSUE)
    @Path("/decisions")
    @RolesAllowed({"agent", "supervisor", "admin", "customers:read"})
    @Operation(
            operationId = "listIssueDecisions",
            summary = "What people decided about an issue's contacts, newest first",
            description = "Also what they undid, and who did. In pages: give next as after.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    @APIResponse(
            responseCode = "422",
            description = "The limit is out of bounds, or the cursor is not one of this list")
    public Uni<Page<IssueDecision>> decisions(
            UUID id,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    @Parameter(description = "Decisions per page, 1 to 200")
                    int limit,
            @QueryParam("after") @Parameter(description = "The next of the page before") String after) {
        return arranging.decisions(id, limit, after);
    }

    @POST
    @Path("/decisions/{decisionId}/undoing")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "undoIssueDecision",
            summary = "Take a decision back",
            description =
                    "What counts is made anew from the decisions that stand. Undoing it once more changes nothing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = IssueDecision.class)),
            description = "Undone")
    @APIResponse(responseCode = "404", description = "There is no such issue, or no such decision about it")
    @APIResponse(responseCode = "422", description = "No reason, or too long a one")
    public Uni<IssueDecision> undo(UUID id, UUID decisionId, @NotNull @Valid UndoingRequest request) {
        return arranging.undo(id, decisionId, request.reason().strip(), by());
    }

    @POST
    @Path("/reopening")
    @RolesAllowed({"agent", "supervisor"})
    @Operation(
            operationId = "reopenIssue",
            summary = "Reopen a resolved issue",
            description =
                    "It was not resolved after all. That is no contact of the customer's; an open issue stays as it "
                            + "is.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = IssueView.class)),
            description = "The open issue")
    @APIResponse(responseCode = "404", description = "There is no such issue")
    @APIResponse(responseCode = "409", description = "It is closed")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the present one")
    @APIResponse(responseCode = "422", description = "No reason, or too long a one")
    public Uni<IssueView> reopen(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ReopeningRequest request) {
        return arranging.reopen(
                id, new IssueWorkService.Changing(by(), request.reason().strip(), IfMatch.versions(ifMatch)));
    }

    private Author by() {
        return Author.agent(caller.id(), caller.name());
    }

    private static RestResponse<IssueDecision> created(IssueDecision decision) {
        return RestResponse.status(RestResponse.Status.CREATED, decision);
    }
}
