/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.kit.web.ProblemAnswers;

/**
 * Knows the caller before anything is done for them: who has no valid token reaches no other service, who asks too much
 * waits. Visitors of the chat, webhooks and the stream have doors and limits of their own.
 */
@ApplicationScoped
class Gate {
    /** The gateway's own resources for people and partners; the others are known from {@link Upstreams}. */
    private static final List<String> OWN = List.of(
            "/api/v1/conversations",
            "/api/v1/attachments",
            "/api/v1/channels",
            "/api/v1/unreadable-mails",
            "/api/v1/exports",
            "/api/v1/logged-contacts",
            "/api/v1/visits",
            "/api/v1/places",
            "/api/v1/me",
            "/api/v1/custom-channels",
            "/api/v1/exchanges");

    /** After Quarkus' own authentication (-200), which only prepares what is looked at here; before the proxy. */
    private static final int ORDER = -60;

    private final Upstreams upstreams;
    private final CallerLimits limits;
    private final IdentityProviderManager identities;
    private final ProblemAnswers problems;

    Gate(Upstreams upstreams, CallerLimits limits, IdentityProviderManager identities, ProblemAnswers problems) {
        this.upstreams = upstreams;
        this.limits = limits;
        this.identities = identities;
        this.problems = problems;
    }

    void install(@Observes Router router) {
        router.route("/api/v1/*").order(ORDER).handler(this::check);
    }

    /** Whether it is one of the gateway's own resources whose callers are counted here. */
    static boolean own(String path) {
        return OWN.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private void check(RoutingContext rc) {
        var path = rc.normalizedPath();
        var target = upstreams.find(path);
        boolean guarded = target.isPresent() && !target.get().open();
        if (rc.request().method() == HttpMethod.OPTIONS || !guarded && !own(path)) {
            rc.next();
            return;
        }
        rc.request().pause();
        QuarkusHttpUser.getSecurityIdentity(rc, identities)
                .subscribe()
                .with(identity -> decide(rc, identity, guarded), failure -> refuse(rc, failure));
    }

    private void decide(RoutingContext rc, SecurityIdentity identity, boolean guarded) {
        boolean anonymous = identity == null || identity.isAnonymous();
        if (anonymous && guarded) {
            refuse(rc, unauthorised());
            return;
        }
        var verdict = limits.take(anonymous ? "address " + address(rc) : "caller " + caller(identity));
        rc.response()
                .putHeader("RateLimit-Policy", limits.policy())
                .putHeader("RateLimit", "\"caller\";r=" + verdict.remaining() + ";t=" + verdict.secondsToFull());
        if (!verdict.allowed()) {
            refuse(rc, tooMany(verdict.secondsToNext()));
            return;
        }
        rc.request().resume();
        rc.next();
    }

    /** The token's subject: a new token of the same caller counts on in the same bucket. */
    private static String caller(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    private static String address(RoutingContext rc) {
        var address = rc.request().remoteAddress();
        return address == null ? "" : address.hostAddress();
    }

    private void refuse(RoutingContext rc, Throwable failure) {
        rc.request().resume();
        problems.send(rc, failure instanceof AuthenticationFailedException ? unauthorised() : failure);
    }

    private static Problem unauthorised() {
        return new Problem(CommonProblem.UNAUTHORISED, "A valid token is needed").header("WWW-Authenticate", "Bearer");
    }

    private static Problem tooMany(long seconds) {
        return new Problem(CommonProblem.TOO_MANY_REQUESTS, "Too many requests of this caller")
                .header("Retry-After", Long.toString(Math.max(1, seconds)));
    }
}
