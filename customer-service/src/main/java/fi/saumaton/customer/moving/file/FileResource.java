/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;

/** Where files for imports are sent. */
@Path("/api/v1/imports/files")
@Tag(name = "Imports")
@RolesAllowed("admin")
public class FileResource {
    private final FileService files;
    private final Caller caller;

    FileResource(FileService files, Caller caller) {
        this.files = files;
        this.caller = caller;
    }

    @Schema(description = "A file that is about to come")
    record FileRequest(
            @NotBlank @Size(max = 200) @Schema(examples = "customers.csv")
            String name) {}

    @POST
    @ResponseStatus(201)
    @Operation(operationId = "beginImportFile", summary = "Begin a file for an import")
    @APIResponse(responseCode = "201", description = "The file, still empty")
    public Uni<ImportFile> begin(@NotNull @Valid FileRequest request) {
        return files.begin(request.name(), caller.id());
    }

    @GET
    @Path("/{fileId}")
    @Operation(operationId = "getImportFile", summary = "How much of a file has come")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "404", description = "There is no such file")
    public Uni<ImportFile> get(UUID fileId) {
        return files.get(fileId);
    }

    @PUT
    @Path("/{fileId}/content")
    @Consumes("application/octet-stream")
    @Operation(
            operationId = "appendToImportFile",
            summary = "The next part of a file",
            description =
                    "1 MiB at most; 256 KiB suit. The same part again is harmless. One for another place is a 409 "
                            + "that says where the file goes on.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "200", description = "The file with this part")
    @APIResponse(responseCode = "404", description = "There is no such file")
    @APIResponse(responseCode = "409", description = "The file goes on at another place")
    @APIResponse(responseCode = "413", description = "The part or the file is too large")
    public Uni<ImportFile> append(
            UUID fileId, @RestQuery("start") @NotNull @PositiveOrZero Long start, @NotNull byte[] content) {
        return files.append(fileId, start, content);
    }

    @DELETE
    @Path("/{fileId}")
    @Operation(operationId = "deleteImportFile", summary = "Delete a file before its time")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "There is no such file")
    public Uni<Void> delete(UUID fileId) {
        return files.delete(fileId);
    }
}
