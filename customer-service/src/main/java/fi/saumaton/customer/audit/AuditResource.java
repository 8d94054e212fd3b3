/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.web.Page;

/** The audit log, for those who watch over it. */
@Path("/api/v1/audit")
@RolesAllowed({"auditor", "admin"})
@Tag(name = "Audit", description = "Who looked at which customer, and what for")
public class AuditResource {
    private final AuditService audit;

    AuditResource(AuditService audit) {
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who looked at whom, newest first",
            description = "In pages: give next as after. Every filter narrows the list further.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A filter is unreadable, or the cursor is not one of this list")
    public Uni<Page<AuditEntry>> find(
            @QueryParam("customer") UUID customer,
            @QueryParam("actor") @Parameter(description = "The token's sub of whoever looked") String actor,
            @QueryParam("action") @Parameter(description = "For example glance, timeline, export") String action,
            @QueryParam("purpose") String purpose,
            @QueryParam("withoutContact")
                    @Parameter(description = "true: only who had never had a conversation with the customer")
                    Boolean withoutContact,
            @QueryParam("from") @Parameter(description = "Not before this moment", example = "2026-11-01T00:00:00Z")
                    String from,
            @QueryParam("to") @Parameter(description = "Before this moment", example = "2026-12-01T00:00:00Z")
                    String to,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") @Parameter(description = "The next of the page before") String after) {
        var query = new AuditService.Query(
                customer,
                actor,
                action,
                purpose,
                withoutContact,
                TimeParameter.read(from, "from"),
                TimeParameter.read(to, "to"));
        return audit.find(query, limit, after);
    }
}
