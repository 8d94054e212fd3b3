/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.agent;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether somebody takes work.
 *
 * @param since absent for somebody who has never signed in
 * @param leaseUntil until when it stands without being renewed; absent when offline
 */
@Schema(
        name = "Presence",
        examples =
                "{\"status\":\"available\",\"since\":\"2026-11-21T09:00:00Z\",\"leaseUntil\":\"2026-11-21T09:12:30Z\"}")
record PresenceView(
        @Schema(enumeration = {"available", "away", "offline"})
        String status,

        String reason,
        Instant since,
        Instant leaseUntil) {

    static PresenceView unknown() {
        return new PresenceView("offline", null, null, null);
    }
}
