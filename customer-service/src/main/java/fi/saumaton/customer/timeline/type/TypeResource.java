/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.type;

import java.net.URI;
import java.util.regex.Matcher;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** The types of touchpoints that the company has of its own. */
@Path("/api/v1/touchpoints/types")
@RolesAllowed({"agent", "supervisor", "admin", "colleague", "customers:read", "customers:write"})
@Tag(name = "Touchpoint types", description = "Kinds of touchpoints that the company defines itself")
public class TypeResource {
    private static final java.util.regex.Pattern ETAG = java.util.regex.Pattern.compile("\"(\\d{1,9})\"");

    private final TypeService types;
    private final Caller caller;

    TypeResource(TypeService types, Caller caller) {
        this.types = types;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listTouchpointTypes",
            summary = "The types as they are now",
            description = "By name. In pages: give next as after.")
    @APIResponse(responseCode = "200", description = "A page")
    public Uni<Page<TypeView>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("after") String after) {
        return types.page(limit, after);
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "getTouchpointType", summary = "A type as it is now")
    @APIResponse(
            responseCode = "200",
            description = "The type, with its version as ETag",
            content = @Content(schema = @Schema(implementation = TypeView.class)))
    @APIResponse(responseCode = "404", description = "There is no such type")
    public Uni<RestResponse<TypeView>> get(String name) {
        return types.newest(name)
                .map(type -> RestResponse.ResponseBuilder.ok(type)
                        .header("ETag", etag(type))
                        .build());
    }

    @GET
    @Path("/{name}/versions")
    @Operation(operationId = "listTouchpointTypeVersions", summary = "All versions of a type, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "There is no such type")
    public Uni<Page<TypeView>> versions(
            String name,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") String after) {
        return types.versions(name, limit, after);
    }

    @PUT
    @Path("/{name}")
    @RolesAllowed("admin")
    @Operation(
            operationId = "defineTouchpointType",
            summary = "Define a type, or a new version of it",
            description = "Entries are checked by the newest version; those that are there stay as they are.")
    @APIResponse(
            responseCode = "200",
            description = "A new version, or just what is there",
            content = @Content(schema = @Schema(implementation = TypeView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Defined",
            content = @Content(schema = @Schema(implementation = TypeView.class)))
    @APIResponse(responseCode = "412", description = "Another version has been made since")
    @APIResponse(responseCode = "422", description = "The name, a title or the schema can't be used; says where")
    @APIResponse(responseCode = "428", description = "It is there: send the ETag of the version that you change")
    public Uni<RestResponse<TypeView>> define(
            @Pattern(regexp = "[a-z][a-z0-9-]{1,39}", message = "must be lower case with hyphens") String name,
            @HeaderParam("If-Match")
                    @Parameter(description = "The ETag of the version that is changed", example = "\"1\"")
                    String ifMatch,
            @NotNull @Valid TypeView.Definition definition) {
        return types.define(name, definition, version(ifMatch), caller.id()).map(TypeResource::answer);
    }

    private static RestResponse<TypeView> answer(TypeService.Defined defined) {
        var type = defined.type();
        var builder = defined.created() && type.version() == 1
                ? RestResponse.ResponseBuilder.<TypeView>created(URI.create("/api/v1/touchpoints/types/" + type.name()))
                : RestResponse.ResponseBuilder.<TypeView>ok();
        return builder.entity(type).header("ETag", etag(type)).build();
    }

    private static String etag(TypeView type) {
        return "\"" + type.version() + "\"";
    }

    private static Integer version(String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher etag = ETAG.matcher(ifMatch.strip());
        if (!etag.matches()) {
            throw new Problem(CommonProblem.PRECONDITION_FAILED, "This is no ETag of a type.");
        }
        return Integer.valueOf(etag.group(1));
    }
}
