/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Sender;

/**
 * Who chats, as the visitor's own token says; the short names are those in the token.
 *
 * @param proven what the shop has proven of them; empty for an anonymous visitor
 * @param displayName as the shop calls them, null for an anonymous visitor
 */
@RegisterForReflection
record Visitor(
        @JsonProperty("v") UUID id,
        @JsonProperty("c") String channel,
        @JsonProperty("h") List<Handle> proven,
        @JsonProperty("n") String displayName,
        @JsonProperty("e") Instant expiresAt) {

    static final String KIND = "visitor";

    Visitor {
        proven = proven == null ? List.of() : List.copyOf(proven);
    }

    /** The visitor's id is proven by the token that carries it. */
    @JsonIgnore
    Handle handle() {
        return Handle.proven(KIND, id.toString(), "channel");
    }

    @JsonIgnore
    boolean isAuthenticated() {
        return !proven.isEmpty();
    }

    /** The shop's customer that was proven, null for an anonymous visitor. */
    @JsonIgnore
    Handle shopCustomer() {
        return proven.stream()
                .filter(handle -> handle.kind().equals(ShopTokens.SHOP_CUSTOMER))
                .findFirst()
                .orElse(null);
    }

    @JsonIgnore
    Sender sender() {
        return new Sender(List.of(handle()), displayName).with(proven);
    }
}
