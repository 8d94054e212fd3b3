/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;

/** Where a company's history moves in. */
@Path("/api/v1/touchpoints/import")
@Tag(name = "Touchpoints")
public class ImportResource {
    private static final String LINES = """
            {"system": "old-crm", "externalId": "1", "kind": "visit", "occurredAt": "2019-05-02T09:00:00Z", "customer": {"handles": [{"kind": "email", "value": "mikko@example.test"}]}}
            {"system": "old-crm", "externalId": "2", "kind": "call", "occurredAt": "2019-05-09T11:30:00Z", "customer": {"handles": [{"kind": "email", "value": "mikko@example.test"}]}}
            """;

    private final ImportService imports;
    private final Caller caller;

    ImportResource(ImportService imports, Caller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("customers:write")
    @Consumes("application/x-ndjson")
    @Operation(
            operationId = "importTouchpoints",
            summary = "Import history: many touchpoints, one JSON document a line",
            description = "Each line is what POST /touchpoints takes; 10,000 lines and 1 MiB at most. Every line is "
                    + "answered. Lines are stored in portions of 250: a request that broke off, or that was answered "
                    + "with an error, is sent again as it was. Others are told of new customers, not of the entries.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "two visits", value = LINES)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(responseCode = "413", description = "More than 1 MiB")
    @APIResponse(responseCode = "422", description = "More than 10,000 lines; none was stored")
    public Uni<ImportAnswer> take(@NotNull String lines) {
        return imports.take(lines, caller.id());
    }
}
