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
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
             "amount": 389.00, "currency": "EUR"},
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
    record Recorded(UUID touchpointId, UUID customerId) {}

    @POST
    @RolesAllowed("customers:write")
    @Operation(
            operationId = "recordTouchpoint",
            summary = "Put an entry on a customer's timeline",
            description = "Sending the same entry again is harmless: system and externalId name it. The handles of an "
                    + "order link by themselves; they find the customer, or make a new one.")
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
            description = "Had been recorded before, with the same content",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    @APIResponse(responseCode = "409", description = "Had been recorded before, with other content")
    @APIResponse(responseCode = "422", description = "Something in it breaks a rule; the problem says what")
    public Uni<RestResponse<Recorded>> record(@NotNull @Valid TouchpointRequest request) {
        return touchpoints.record(request, caller.id()).map(TouchpointResource::answer);
    }

    private static RestResponse<Recorded> answer(TouchpointService.Outcome outcome) {
        var recorded = new Recorded(outcome.touchpointId(), outcome.customerId());
        return outcome.created()
                ? RestResponse.ResponseBuilder.<Recorded>created(
                                URI.create("/api/v1/customers/" + outcome.customerId()))
                        .entity(recorded)
                        .build()
                : RestResponse.ok(recorded);
    }
}
