/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

/** How a visitor begins, and goes on after a reload. */
@Path("/api/v1/chat/sessions")
@Tag(name = "Chat")
@PermitAll
public class ChatSessionResource {
    private final ChatSessions sessions;

    ChatSessionResource(ChatSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Who comes.
     *
     * @param channel such as {@code webchat:shop}
     * @param shopToken the shop's proof of who is logged in; absent for an anonymous visitor
     * @param visitorToken of an earlier session, to go on with it; one that is no longer good is ignored
     */
    @Schema(name = "ChatSessionRequest", examples = "{\"channel\":\"webchat:shop\"}")
    public record Request(
            @NotBlank @Size(max = 100) String channel,
            @Size(max = 4096) String shopToken,
            @Size(max = 4096) String visitorToken) {}

    /**
     * What the widget works with.
     *
     * @param conversationId the visitor's open conversation, absent when there is none
     * @param displayName whom the shop has proven, absent for an anonymous visitor
     */
    @Schema(name = "ChatSession")
    public record Session(
            String visitorToken,
            UUID visitorId,
            UUID conversationId,
            Instant expiresAt,
            boolean authenticated,
            String displayName) {}

    @POST
    @Operation(
            operationId = "beginChatSession",
            summary = "Begins or continues a visitor's session",
            description =
                    "An anonymous visitor who logs in at the shop stays the same visitor. A proven visitor only continues with a fresh proof of the same person; without it, whoever sits there now is somebody new.")
    public Uni<Session> open(@Valid @NotNull Request request) {
        return sessions.open(request);
    }
}
