/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.conversation.Author;
import fi.saumaton.gateway.conversation.MessageView;
import fi.saumaton.kit.security.Caller;

/** Answers to customers. */
@Path("/api/v1/conversations")
@Tag(name = "Conversations")
@RolesAllowed({"agent", "supervisor"})
public class ReplyResource {
    private final ReplyService service;
    private final Caller caller;

    ReplyResource(ReplyService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /**
     * What to say.
     *
     * @param text what the customer reads; may be left out where a file says it all
     * @param inReplyTo the customer's message that is answered; their last when absent
     * @param assignmentNumber what the writer got with the conversation; a newer assignment makes it stale
     * @param content an approved template, or choices to go with the text; see the channel's capabilities
     * @param files brought by POST /api/v1/conversations/{id}/files
     */
    @Schema(examples = "{\"text\":\"Use bio chain oil.\",\"assignmentNumber\":1}")
    public record Reply(
            String text,
            UUID inReplyTo,
            Long assignmentNumber,
            Content content,
            @Size(max = 10) List<UUID> files) {
        /** What is not given is empty. */
        public Reply {
            text = text == null ? "" : text;
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    @POST
    @Path("{id}/messages")
    @ResponseStatus(202)
    @Operation(
            operationId = "replyToCustomer",
            summary = "Answers the customer",
            description =
                    "Only the conversation's owner may. Stored at once, delivered in order; the outcome follows as delivery.changed.")
    @APIResponse(responseCode = "202", description = "Stored and on its way")
    @APIResponse(responseCode = "409", description = "not-owner, conversation-closed or reply-window-closed")
    @APIResponse(responseCode = "422", description = "invalid, or not-in-this-channel")
    public Uni<MessageView> reply(
            UUID id, @HeaderParam("Idempotency-Key") String idempotencyKey, @Valid @NotNull Reply reply) {
        return service.reply(id, Author.agent(caller.id(), caller.name()), reply, idempotencyKey);
    }
}
