/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** Conversations for the people who serve: all of them may read any, only the owner acts. */
@Path("/api/v1/conversations")
@Tag(name = "Conversations")
@RolesAllowed({"agent", "supervisor"})
public class ConversationResource {
    private static final String NOBODY = "";

    private final ConversationService service;
    private final Caller caller;

    ConversationResource(ConversationService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Why it is closed. */
    @Schema(examples = "{\"reason\":\"resolved\"}")
    public record Closure(@NotNull CloseReason reason) {}

    @GET
    @Operation(
            operationId = "listConversations",
            summary = "Conversations, newest first",
            description = "owner=me: the caller's; none: nobody's; all: everybody's, for supervisors")
    public Uni<Page<ConversationView>> list(
            @RestQuery @DefaultValue("open") @Pattern(regexp = "open|closed") String state,
            @RestQuery @DefaultValue("me") @Pattern(regexp = "me|none|all") String owner,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery String after) {
        return service.list(state, ownerId(owner), Cursor.parse(after), limit);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getConversation", summary = "One conversation")
    public Uni<ConversationView> get(UUID id) {
        return service.get(id);
    }

    @GET
    @Path("{id}/messages")
    @Operation(operationId = "listMessages", summary = "Its messages, oldest first")
    public Uni<Page<MessageView>> messages(
            UUID id, @RestQuery @DefaultValue("100") @Min(1) @Max(500) int limit, @RestQuery String after) {
        return service.messages(id, Cursor.parse(after), limit);
    }

    @POST
    @Path("{id}/closure")
    @Operation(
            operationId = "closeConversation",
            summary = "Closes it",
            description =
                    "By its owner or a supervisor. The customer's next message within seven days opens it again. Closing twice changes nothing.")
    public Uni<ConversationView> close(UUID id, @Valid @NotNull Closure closure) {
        var by = Author.agent(caller.id(), caller.name());
        return service.close(id, closure.reason(), by, caller.is("supervisor"));
    }

    private String ownerId(String owner) {
        return switch (owner) {
            case "me" -> caller.id();
            case "none" -> NOBODY;
            default -> {
                if (!caller.is("supervisor")) {
                    throw new Problem(CommonProblem.FORBIDDEN, "Only supervisors see everybody's conversations");
                }
                yield null;
            }
        };
    }
}
