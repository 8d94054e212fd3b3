/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.security;

import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;

/** The person or partner whose token came with the request. Only for methods that demand a role. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    /** For the request scope's proxy. */
    protected Caller() {
        this(null);
    }

    @jakarta.inject.Inject
    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's {@code sub}: the same for ever. */
    public String id() {
        return token().getSubject();
    }

    /** A name to show: the person's, else the account's or client's. */
    public String name() {
        JsonWebToken token = token();
        return Stream.of("name", "preferred_username", "azp", "sub")
                .map(claim -> token.<Object>getClaim(claim))
                .filter(value -> value != null && !value.toString().isBlank())
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }

    /** Whether the caller has the role, or the scope of this name. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new IllegalStateException("Nobody has signed in");
    }
}
