/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import io.quarkus.runtime.annotations.RegisterForReflection;

import fi.saumaton.gateway.channel.Capabilities;

/**
 * A partner's channel; a row of the table {@code custom_channel}.
 *
 * @param name of the channel {@code custom:<name>}
 * @param perSecond messages we send at most; 0: no limit
 * @param formerSecret still right until {@code formerUntil}; null when there is none
 * @param version counts the changes
 */
@RegisterForReflection
record CustomChannel(
        String name,
        String displayName,
        URI url,
        Capabilities capabilities,
        double perSecond,
        String secret,
        String formerSecret,
        Instant formerUntil,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static final String KIND = "custom";

    private static final int SECRET_BYTES = 32;
    private static final Duration OVERLAP = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** As Standard Webhooks writes secrets. */
    static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    CustomChannel describedAs(String newName, URI newUrl, Capabilities can, double rate, Instant now) {
        return new CustomChannel(
                name, newName, newUrl, can, rate, secret, formerSecret, formerUntil, version + 1, createdAt, now);
    }

    /** For a day both secrets are right, so that the partner can change theirs without losing anything. */
    CustomChannel withNewSecret(Instant now) {
        return new CustomChannel(
                name,
                displayName,
                url,
                capabilities,
                perSecond,
                newSecret(),
                secret,
                now.plus(OVERLAP),
                version + 1,
                createdAt,
                now);
    }

    String channelName() {
        return KIND + ":" + name;
    }

    Signature signature(Instant now) {
        return formerSecret != null && now.isBefore(formerUntil)
                ? new Signature(secret, formerSecret)
                : new Signature(secret);
    }
}
