/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.kit.security.Caller;

/** Files that are to go out with an answer. */
@Path("/api/v1/conversations")
@Tag(name = "Conversations")
@RolesAllowed({"agent", "supervisor"})
public class FileResource {
    private final FileService service;
    private final Caller caller;

    FileResource(FileService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Path("{id}/files")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @Operation(
            operationId = "bringFile",
            summary = "Brings a file for an answer",
            description =
                    "Only the conversation's owner may. The body is the file, its media type the Content-Type; the id goes into the answer's files.")
    @APIResponse(responseCode = "201", description = "Kept until it goes out")
    @APIResponse(responseCode = "409", description = "not-owner or conversation-closed")
    public Uni<AttachmentRef> bring(
            UUID id,
            @RestQuery @NotBlank @Size(max = 200) String name,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType,
            byte[] content) {
        return service.bring(id, caller.id(), name, mediaType, content);
    }
}
