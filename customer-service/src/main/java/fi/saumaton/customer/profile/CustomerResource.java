/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.profile;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import fi.saumaton.customer.identity.AsOf;
import fi.saumaton.customer.timeline.TimelineEntry;
import fi.saumaton.customer.timeline.TimelineFilter;
import fi.saumaton.kit.web.Page;

/** Customers, as everybody who meets them needs to see them. */
@Path("/api/v1/customers")
@RolesAllowed({"agent", "supervisor", "admin", "customers:read"})
@Tag(name = "Customers", description = "One customer, one history")
public class CustomerResource {
    private final ProfileService profiles;

    CustomerResource(ProfileService profiles) {
        this.profiles = profiles;
    }

    @GET
    @RolesAllowed({"agent", "supervisor", "admin", "colleague", "customers:read"})
    @Audited("find")
    @Operation(
            operationId = "findCustomers",
            summary = "Find the customer who has a handle",
            description = "An empty list when nobody has it.")
    @APIResponse(responseCode = "200", description = "One customer or none")
    @APIResponse(responseCode = "422", description = "The handle is missing or can't be one of its kind")
    public Uni<Page<ProfileService.Found>> find(
            @QueryParam("handle")
                    @NotBlank
                    @Parameter(description = "kind:value", example = "email:mikko@example.test", required = true)
                    String handle) {
        return profiles.find(handle);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "supervisor", "admin", "colleague", "customers:read"})
    @Audited("glance")
    @Operation(
            operationId = "getCustomer",
            summary = "A customer at one glance",
            description =
                    "Who, how sure, what is open, what was bought, the last 50 entries. An id that was joined to "
                            + "another customer answers that customer: its id stands in the body and in Content-Location. As of an "
                            + "earlier time: whom the id stood for then, with the handles, the name and the entries there were.")
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(schema = @Schema(implementation = Glance.class)))
    @APIResponse(responseCode = "404", description = "There is no such customer, or was none at that time")
    public Uni<RestResponse<Glance>> glance(
            UUID id,
            @QueryParam("asOf")
                    @Parameter(description = "What was known at that time", example = "2026-11-20T08:15:30Z")
                    String asOf) {
        var then = AsOf.parse(asOf);
        return (then == null ? profiles.glance(id) : profiles.glance(id, then)).map(CustomerResource::located);
    }

    private static RestResponse<Glance> located(Glance glance) {
        return RestResponse.ResponseBuilder.ok(glance)
                .header("Content-Location", "/api/v1/customers/" + glance.customerId())
                .build();
    }

    @GET
    @Path("/{id}/timeline")
    @RolesAllowed({"agent", "supervisor", "admin", "colleague", "customers:read"})
    @Audited("timeline")
    @Operation(
            operationId = "listTimeline",
            summary = "A customer's timeline, newest first",
            description = "In pages: give next as after.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    @APIResponse(
            responseCode = "422",
            description = "The limit is out of bounds, a time can't be read, or the cursor is not one of this list")
    public Uni<Page<TimelineEntry>> timeline(
            UUID id,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    @Parameter(description = "Entries per page, 1 to 200")
                    int limit,
            @QueryParam("after") @Parameter(description = "The next of the page before") String after,
            @QueryParam("kind")
                    @Size(max = TimelineFilter.MAX_KINDS)
                    @Parameter(description = "Only entries of this kind; may be repeated", example = "invoice")
                    List<String> kinds,
            @QueryParam("channel")
                    @Parameter(description = "Only of this kind of channel, or this channel", example = "email:support")
                    String channel,
            @QueryParam("from") @Parameter(description = "Not before this time", example = "2026-11-01T00:00:00Z")
                    String from,
            @QueryParam("to") @Parameter(description = "Before this time", example = "2026-12-01T00:00:00Z")
                    String to) {
        return profiles.timeline(id, TimelineFilter.of(kinds, channel, from, to), limit, after);
    }
}
