/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.List;
import java.util.Map;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Page;

/** Where a company moves in with what its other systems know. */
@Path("/api/v1/imports")
@Tag(name = "Imports", description = "Contacts and tickets of other systems and of files")
@RolesAllowed("admin")
public class ImportResource {
    private final ImportService imports;
    private final Caller caller;

    ImportResource(ImportService imports, Caller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    @Schema(description = "What is to move in")
    record ImportRequest(
            @NotBlank
            @Schema(description = "zendesk, hubspot, salesforce, freshdesk, csv, json-lines", examples = "zendesk")
            String system,

            @NotBlank
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,29}", message = "must be lower case letters, digits and hyphens")
            @Schema(
                    description =
                            "The name under which the system is configured; of a file, a name for where it comes from",
                    examples = "main")
            String source,

            @Size(max = 2)
            @Schema(description = "contacts, tickets; both when absent", examples = "[\"contacts\", \"tickets\"]")
            List<@NotNull @Pattern(regexp = "contacts|tickets") String> what,

            @Schema(description = "Whether to report only what would happen")
            boolean dryRun,

            @Schema(description = "Whether to go on with what changes there, until it is cancelled")
            boolean follow,

            @Schema(description = "Whether tickets that end here end there as well; together with follow")
            boolean bothWays,

            @Schema(description = "Of a file that was sent to /imports/files")
            UUID fileId,

            @Size(max = 40)
            @Schema(
                    description = "Of a CSV file: our field to its header, where it is called otherwise",
                    examples = "{\"email\": \"Sähköposti\"}")
            Map<@NotBlank @Size(max = 40) String, @NotBlank @Size(max = 200) String> columns) {}

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "beginImport",
            summary = "Begin an import, or a dry run of one",
            description = "The same import again changes nothing: records are known by their ids in their system.")
    @APIResponse(responseCode = "202", description = "The import, which begins at once")
    @APIResponse(responseCode = "422", description = "No such system is configured, or the file is not there")
    public Uni<ImportView> begin(@NotNull @Valid ImportRequest request) {
        return imports.begin(request, caller.id(), caller.name()).map(ImportView::from);
    }

    @GET
    @Operation(operationId = "listImports", summary = "Imports, the newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    public Uni<Page<ImportView>> list(
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit, @RestQuery String after) {
        return imports.list(limit, after).map(page -> page.map(ImportView::from));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getImport", summary = "How far an import is")
    @APIResponse(responseCode = "200", description = "The import")
    @APIResponse(responseCode = "404", description = "There is no such import")
    public Uni<ImportView> get(UUID id) {
        return imports.get(id).map(ImportView::from);
    }

    @GET
    @Path("/{id}/findings")
    @Operation(
            operationId = "listImportFindings",
            summary = "What there is to tell of single records",
            description = "Links with their evidence, refusals with their reasons; the first 10,000.")
    @APIResponse(responseCode = "200", description = "A page of them, in the order in which they came")
    @APIResponse(responseCode = "404", description = "There is no such import")
    public Uni<Page<FindingView>> findings(
            UUID id,
            @RestQuery @Pattern(regexp = "created|linked|continued|changed|unchanged|refused") String outcome,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery String after) {
        return imports.findings(id, outcome, limit, after).map(page -> page.map(FindingView::from));
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(
            operationId = "cancelImport",
            summary = "Stop an import",
            description = "What has moved in stays. Doing so twice is harmless.")
    @APIResponse(responseCode = "200", description = "The import, stopped")
    @APIResponse(responseCode = "404", description = "There is no such import")
    @APIResponse(responseCode = "409", description = "It had ended")
    public Uni<ImportView> cancel(UUID id) {
        return imports.cancel(id).map(ImportView::from);
    }

    @POST
    @Path("/{id}/resumption")
    @Operation(
            operationId = "resumeImport",
            summary = "Go on with an import that failed or was cancelled",
            description = "From where it was. Doing so twice is harmless.")
    @APIResponse(responseCode = "200", description = "The import, waiting for its turn")
    @APIResponse(responseCode = "404", description = "There is no such import")
    @APIResponse(responseCode = "409", description = "It had come to its end")
    public Uni<ImportView> resume(UUID id) {
        return imports.resume(id).map(ImportView::from);
    }
}
