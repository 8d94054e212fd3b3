/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;

/** For those who look after the mailboxes: what the mail server did not hand out. */
@Path("/api/v1/unreadable-mails")
@Tag(name = "Channels")
@RolesAllowed({"supervisor", "admin"})
public class UnreadableMailResource {
    private final UnreadableMailService service;

    UnreadableMailResource(UnreadableMailService service) {
        this.service = service;
    }

    @GET
    @Operation(
            summary = "Mails that were set aside, oldest first",
            description =
                    "The server failed to hand them out several times while it handed out others, so the mailbox went on without them. They are tried again every few hours.")
    public Uni<Page<UnreadableMail>> list(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit, @RestQuery String after) {
        return service.list(Cursor.parse(after), limit);
    }

    @POST
    @Path("{id}/retrial")
    @ResponseStatus(202)
    @Operation(summary = "Has it tried again at the next poll", description = "It leaves the list when it comes.")
    @APIResponse(responseCode = "202", description = "It will be tried")
    public Uni<UnreadableMail> retry(UUID id) {
        return service.retry(id);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Takes it off the list: somebody has dealt with it in the mailbox itself")
    public Uni<Void> dismiss(UUID id) {
        return service.dismiss(id);
    }
}
