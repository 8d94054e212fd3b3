/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.conversation.ConversationService;
import fi.saumaton.gateway.conversation.MessageView;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** What a visitor may do besides writing: see their own conversation, and name an address. */
@Path("/api/v1/chat")
@Tag(name = "Chat")
@PermitAll
public class ChatResource {
    private final VisitorTokens tokens;
    private final VisitorLimits limits;
    private final VisitorConfig config;
    private final ConversationService conversations;

    ChatResource(VisitorTokens tokens, VisitorLimits limits, VisitorConfig config, ConversationService conversations) {
        this.tokens = tokens;
        this.limits = limits;
        this.config = config;
        this.conversations = conversations;
    }

    /** An address, exactly one of the two. */
    @Schema(examples = "{\"email\":\"mikko@example.test\"}")
    public record Claim(
            @Size(max = 254) String email, @Size(max = 40) String phone) {}

    @GET
    @Path("messages")
    @Operation(
            operationId = "listOwnMessages",
            summary = "The visitor's own conversation, oldest first",
            description = "What the visitor said and what was answered; empty before the first message.")
    @SecurityRequirement(name = "visitorToken")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "401", description = "The visitor's token is missing, wrong or expired")
    public Uni<Page<MessageView>> messages(
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization,
            @RestQuery @DefaultValue("100") @Min(1) @Max(500) int limit,
            @RestQuery String after) {
        var visitor = tokens.verifyHeader(authorization);
        return conversations.history(visitor.channel(), visitor.handle(), Cursor.parse(after), limit);
    }

    @POST
    @Path("claims")
    @ResponseStatus(202)
    @Operation(
            operationId = "claimAddress",
            summary = "An address that the visitor names, without proof",
            description =
                    "The people who serve see it marked as unverified. The answer is the same whether anybody has this address or not.")
    @SecurityRequirement(name = "visitorToken")
    @APIResponse(responseCode = "202", description = "Noted as a claim")
    @APIResponse(responseCode = "401", description = "The visitor's token is missing, wrong or expired")
    @APIResponse(responseCode = "422", description = "Neither or both of email and phone, or one that cannot be right")
    @APIResponse(responseCode = "429", description = "Too much from this visitor; Retry-After says when to come again")
    public Uni<Void> claim(
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization, @Valid @NotNull Claim claim) {
        var visitor = tokens.verifyHeader(authorization);
        limits.take(visitor.id());
        return conversations.claim(visitor.channel(), visitor.handle(), handle(claim));
    }

    private Handle handle(Claim claim) {
        if ((claim.email() == null) == (claim.phone() == null)) {
            throw new Problem(CommonProblem.INVALID, "Either email or phone is needed");
        }
        return claim.email() != null
                ? Addresses.email(claim.email()).orElseThrow(() -> invalid("email"))
                : Addresses.phone(claim.phone(), config.countryCode()).orElseThrow(() -> invalid("phone"));
    }

    private static Problem invalid(String field) {
        return new Problem(CommonProblem.INVALID, "This is no address that can be used").with("field", field);
    }
}
