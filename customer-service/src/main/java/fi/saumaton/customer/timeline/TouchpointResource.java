/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;

/** Where back-office systems push what they know of customers. */
@Path("/api/v1/touchpoints")
@Tag(name = "Touchpoints", description = "What back-office systems know of customers")
public class TouchpointResource {
    private static final String PURCHASE = """
            {"system": "shop", "externalId": "order-1001", "kind": "purchase", "occurredAt": "2026-11-18T12:00:00Z",
             "title": "Chainsaw CS-50", "data": {"product": "Chainsaw CS-50", "sku": "CS-50", "orderNumber": "1001",
             "amountCents": 38900, "currency": "EUR"},
             "customer": {"displayName": "Mikko", "handles": [
               {"kind": "customer-number", "value": "4711"}, {"kind": "email", "value": "mikko@example.test"}]}}
            """;

    private final TouchpointService touchpoints;
    private final Caller caller;

    TouchpointResource(TouchpointService touchpoints, Caller caller) {
        this.touchpoints = touchpoints;
        this.caller = caller;
    }

    /** Where the entry went. */
    record Recorded(
            UUID touchpointId,

            @Schema(description = "Absent for an entry that was taken away before it came")
            UUID customerId,

            @Schema(description = "recorded, changed, unchanged or outdated", examples = "recorded")
            String outcome) {}

    /** What became of a request to take an entry away. */
    record Removed(
            @Schema(description = "removed or outdated", examples = "removed")
            String outcome) {}

    @POST
    @RolesAllowed("customers:write")
    @Operation(
            operationId = "recordTouchpoint",
            summary = "Put an entry on a customer's timeline",
            description = "Sending the same entry again is harmless: system and externalId name it. A higher version "
                    + "replaces what was sent before, in whatever order they come. The handles link by themselves; "
                    + "they find the customer, or make a new one.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = TouchpointRequest.class),
                            examples = @ExampleObject(name = "purchase", value = PURCHASE)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was there before: unchanged, changed by this newer version, or outdated",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    @APIResponse(
            responseCode = "409",
            description = "The same version is there with other content, or another caller recorded it")
    @APIResponse(responseCode = "422", description = "Something in it breaks a rule; the problem says what")
    public Uni<RestResponse<Recorded>> record(@NotNull @Valid TouchpointRequest request) {
        return touchpoints.record(request, caller.id()).map(TouchpointResource::answer);
    }

    private static RestResponse<Recorded> answer(RecordingService.Result result) {
        var recorded = new Recorded(
                result.touchpointId(), result.customerId(), result.outcome().code());
        return result.outcome() == VersionRule.Outcome.RECORDED
                ? RestResponse.ResponseBuilder.<Recorded>created(URI.create("/api/v1/customers/" + result.customerId()))
                        .entity(recorded)
                        .build()
                : RestResponse.ok(recorded);
    }

    @DELETE
    @RolesAllowed({"customers:write", "admin"})
    @Operation(
            operationId = "removeTouchpoint",
            summary = "Take an entry away from its customer's timeline",
            description = "By the caller who recorded it, or an admin. With a version: as of that version, in whatever "
                    + "order it and the entry come; an older version does not bring the entry back, a newer one does.")
    @APIResponse(
            responseCode = "200",
            description = "Removed, or outdated: a newer version of the entry is there",
            content = @Content(schema = @Schema(implementation = Removed.class)))
    @APIResponse(responseCode = "404", description = "There is no such entry, or another caller recorded it")
    public Uni<Removed> remove(
            @QueryParam("system")
                    @NotBlank
                    @Size(max = 60)
                    @Pattern(regexp = "^" + TouchpointRequest.PLAIN, message = TouchpointRequest.PLAIN_ONLY)
                    @Parameter(required = true, example = "shop")
                    String system,
            @QueryParam("externalId")
                    @NotBlank
                    @Size(max = 200)
                    @Pattern(regexp = "^" + TouchpointRequest.PLAIN, message = TouchpointRequest.PLAIN_ONLY)
                    @Parameter(required = true, example = "order-1001")
                    String externalId,
            @QueryParam("version") @PositiveOrZero @Parameter(description = "Without it, whatever is there goes")
                    Long version) {
        return touchpoints
                .remove(
                        new Entry.Key(system, externalId),
                        version,
                        new TouchpointService.Remover(caller.id(), caller.is("admin")))
                .map(removed -> new Removed(removed ? "removed" : "outdated"));
    }
}
