/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.picture.Clause;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Page;

/** The rules of what is offered to whom. */
@Path("/api/v1/suggestion-rules")
@Tag(name = "Suggestions", description = "The next best action, and its rules")
public class RuleResource {
    private final RuleService rules;
    private final Caller caller;

    RuleResource(RuleService rules, Caller caller) {
        this.rules = rules;
        this.caller = caller;
    }

    /** Conditions to look at. */
    record CheckRequest(@NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Clause> conditions) {}

    @GET
    @RolesAllowed({"supervisor", "manager", "admin"})
    @Operation(summary = "The rules, each in its newest version", operationId = "listSuggestionRules")
    @APIResponse(responseCode = "200", description = "The rules, also those that are off")
    public Uni<Page<SuggestionRule>> list() {
        return rules.current().map(items -> new Page<>(items, null));
    }

    @GET
    @Path("/{ruleId}/versions")
    @RolesAllowed({"supervisor", "manager", "admin"})
    @Operation(summary = "All versions of a rule, newest first", operationId = "listSuggestionRuleVersions")
    @APIResponse(responseCode = "200", description = "The newest 200 versions")
    @APIResponse(responseCode = "404", description = "There is no such rule")
    public Uni<Page<SuggestionRule>> versions(@PathParam("ruleId") String ruleId) {
        return rules.versions(ruleId).map(items -> new Page<>(items, null));
    }

    @PUT
    @Path("/{ruleId}")
    @RolesAllowed({"manager", "admin"})
    @Operation(
            summary = "Add a rule, change it, switch it on or off",
            operationId = "saveSuggestionRule",
            description = "Makes a new version. Of a rule that exists, If-Match has to name the newest one.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SuggestionRule.class)),
            description = "The newest version; its number is the ETag")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the newest one")
    @APIResponse(
            responseCode = "422",
            description = "A condition has mistakes: mistakes says where; or a text is missing")
    @APIResponse(responseCode = "428", description = "The rule exists, and If-Match is missing")
    public Uni<RestResponse<SuggestionRule>> save(
            @PathParam("ruleId")
                    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}")
                    @Parameter(description = "Small letters, digits and dashes", example = "chain-oil")
                    String ruleId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid RuleContent content) {
        return rules.save(ruleId, content, version(ifMatch), caller.id())
                .map(rule -> RestResponse.ResponseBuilder.ok(rule)
                        .tag(String.valueOf(rule.version()))
                        .build());
    }

    @POST
    @Path("/check")
    @RolesAllowed({"supervisor", "manager", "admin"})
    @Operation(summary = "Whether conditions have mistakes, without saving anything", operationId = "checkConditions")
    @APIResponse(responseCode = "204", description = "They have none")
    @APIResponse(responseCode = "422", description = "mistakes says which condition, line and column")
    public void check(@NotNull @Valid CheckRequest request) {
        rules.check(request.conditions());
    }

    /** An unreadable entity tag matches nothing: hence a version that no rule has. */
    private static Integer version(String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        var tag = ifMatch.strip().replaceAll("^\"(.*)\"$", "$1");
        return tag.matches("\\d{1,9}") ? Integer.valueOf(tag) : Integer.valueOf(-1);
    }
}
