/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.webchat.ChatSessionResource.Request;
import fi.saumaton.gateway.channel.webchat.ChatSessionResource.Session;
import fi.saumaton.gateway.conversation.ConversationService;
import fi.saumaton.kit.web.Problem;

/** Decides who a visitor is. */
@ApplicationScoped
class ChatSessions {
    private static final Logger LOG = Logger.getLogger(ChatSessions.class);
    private static final ShopTokens.Proof NO_PROOF = new ShopTokens.Proof(List.of(), null);

    private final Webchats chats;
    private final VisitorTokens tokens;
    private final VisitorConfig config;
    private final ConversationService conversations;
    private final Clock clock;

    ChatSessions(
            Webchats chats,
            VisitorTokens tokens,
            VisitorConfig config,
            ConversationService conversations,
            Clock clock) {
        this.chats = chats;
        this.tokens = tokens;
        this.config = config;
        this.conversations = conversations;
        this.clock = clock;
    }

    Uni<Session> open(Request request) {
        chats.require(request.channel());
        var proof = request.shopToken() == null ? NO_PROOF : chats.proof(request.channel(), request.shopToken());
        var earlier = earlier(request).filter(visitor -> maySucceed(visitor, proof));
        var visitor = new Visitor(
                earlier.map(Visitor::id).orElseGet(UUID::randomUUID),
                request.channel(),
                proof.handles(),
                proof.displayName(),
                clock.instant().plus(config.tokenLife()));
        if (earlier.isEmpty()) {
            return Uni.createFrom().item(session(visitor, null));
        }
        return openConversation(visitor).map(conversation -> session(visitor, conversation));
    }

    /** The visitor of an earlier session in the same channel, if its token is still good. */
    private Optional<Visitor> earlier(Request request) {
        if (request.visitorToken() == null) {
            return Optional.empty();
        }
        try {
            var visitor = tokens.verify(request.visitorToken());
            return Optional.of(visitor).filter(found -> found.channel().equals(request.channel()));
        } catch (Problem e) {
            return Optional.empty();
        }
    }

    /** Whoever was proven must be proven again: the page may have a different user by now. */
    private static boolean maySucceed(Visitor earlier, ShopTokens.Proof proof) {
        return !earlier.isAuthenticated()
                || proof.handles().stream().anyMatch(handle -> handle.sameAs(earlier.shopCustomer()));
    }

    /** Without the database a visitor can still write, so a session does not fail for lack of it. */
    private Uni<UUID> openConversation(Visitor visitor) {
        return conversations
                .openConversation(visitor.channel(), visitor.handle())
                .onFailure()
                .invoke(failure -> LOG.debug("A session without its conversation", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Session session(Visitor visitor, UUID conversationId) {
        return new Session(
                tokens.issue(visitor),
                visitor.id(),
                conversationId,
                visitor.expiresAt(),
                visitor.isAuthenticated(),
                visitor.displayName());
    }
}
