/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.promise;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What is read of the events of promises on {@code routing.events}. Wire form: contracts/events/routing/promise-*.
 *
 * @param version of two events the one with the higher version is the newer
 */
public record PromiseEvent(
        UUID promiseId,
        long version,
        String state,
        String kind,
        String text,
        Instant windowFrom,
        Instant windowUntil,
        UUID customerId,
        UUID issueId,
        UUID conversationId,
        String channel,
        String ownerType,
        String ownerId,
        String ownerName,
        String madeByType,
        String madeById,
        String madeByName,
        Instant at,
        Boolean late,
        Evidence evidence,
        String cause) {
    private static final String PREFIX = "fi.saumaton.promise.";
    private static final String VERSION = ".v1";

    /** All that are told of promises. */
    public static final Set<String> TYPES = Set.of(
            PREFIX + "made" + VERSION,
            PREFIX + "due-soon" + VERSION,
            PREFIX + "running-out" + VERSION,
            PREFIX + "late" + VERSION,
            PREFIX + "kept" + VERSION,
            PREFIX + "broken" + VERSION,
            PREFIX + "moved" + VERSION,
            PREFIX + "cancelled" + VERSION,
            PREFIX + "handed-over" + VERSION);

    public PromiseEvent {
        Objects.requireNonNull(promiseId, "promiseId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(windowFrom, "windowFrom");
        Objects.requireNonNull(windowUntil, "windowUntil");
        Objects.requireNonNull(ownerType, "ownerType");
        Objects.requireNonNull(ownerId, "ownerId");
        Objects.requireNonNull(at, "at");
    }

    /** What kept it. */
    public record Evidence(String kind, Instant at, String outcome, String byType, String byId, String byName) {}

    /** {@code made} of {@code fi.saumaton.promise.made.v1}. */
    static String name(String type) {
        return type.substring(PREFIX.length(), type.length() - VERSION.length());
    }
}
