/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.security;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Makes the scopes of a token ({@code customers:write}) roles of the same name, so that one annotation does for people
 * and partners. Only scopes with a colon: a scope named like a role ({@code admin}) would make its bearer one.
 */
@ApplicationScoped
class ScopesAsRoles implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        String scopes = token.getClaim("scope");
        if (scopes == null || scopes.indexOf(':') < 0) {
            return Uni.createFrom().item(identity);
        }
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder(identity);
        for (String scope : scopes.split(" ")) {
            if (scope.indexOf(':') > 0) {
                builder.addRole(scope);
            }
        }
        return Uni.createFrom().item(builder.build());
    }
}
