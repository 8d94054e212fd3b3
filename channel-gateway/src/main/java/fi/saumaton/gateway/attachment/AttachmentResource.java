/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

/** Files of messages. */
@Path("/api/v1/attachments")
@Tag(name = "Conversations")
@RolesAllowed({"agent", "supervisor"})
public class AttachmentResource {
    private final AttachmentService service;

    AttachmentResource(AttachmentService service) {
        this.service = service;
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getAttachment",
            summary = "The file itself",
            description =
                    "Always as a download of opaque bytes: a stranger sent it, no browser shall show it as a page of ours.")
    public Uni<RestResponse<byte[]>> get(UUID id) {
        return service.get(id).map(AttachmentResource::download);
    }

    private static RestResponse<byte[]> download(Attachment file) {
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return RestResponse.ResponseBuilder.ok(file.content(), "application/octet-stream")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Original-Media-Type", file.mediaType().replaceAll("[^A-Za-z0-9/;=.+ _-]", ""))
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
                .build();
    }
}
