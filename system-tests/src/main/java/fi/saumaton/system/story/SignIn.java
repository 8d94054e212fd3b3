/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;

/** Tokens from the real identity provider, renewed a little before they expire. */
public final class SignIn {

    private static final Duration EARLY = Duration.ofSeconds(20);
    /** It too has a database that may just have come back. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI issuer;

    public SignIn(URI issuer) {
        this.issuer = issuer;
    }

    /** A person of the sample realm, whose password is the user name. */
    public Supplier<String> person(String username) {
        return renewing(Map.of(
                "grant_type", "password", "client_id", "saumaton-cli", "username", username, "password", username));
    }

    /** A partner's system by OAuth 2 client credentials (RFC 6749 section 4.4). */
    public Supplier<String> client(String id, String secret, String scope) {
        return renewing(
                Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret, "scope", scope));
    }

    private Supplier<String> renewing(Map<String, String> form) {
        return new Supplier<>() {
            private String token;
            private Instant renewAt = Instant.EPOCH;

            @Override
            public synchronized String get() {
                if (Instant.now().isAfter(renewAt)) {
                    var answer = Awaitility.await("the identity provider")
                            .atMost(PATIENCE)
                            .pollDelay(Duration.ZERO)
                            .until(() -> fetch(form), reply -> reply.status() < 500)
                            .expect(200);
                    token = answer.path("access_token").asText();
                    renewAt = Instant.now()
                            .plusSeconds(answer.path("expires_in").asLong())
                            .minus(EARLY);
                }
                return token;
            }
        };
    }

    private Api.Answer fetch(Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var response = Api.http().send(request, BodyHandlers.ofString());
            return new Api.Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signing in", e);
        }
    }
}
