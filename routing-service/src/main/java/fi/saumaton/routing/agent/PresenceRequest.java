/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.agent;

import java.util.Locale;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.routing.engine.Presence;

/** @param reason break, lunch, training …; only for those who look at it */
@Schema(examples = "{\"status\":\"away\",\"reason\":\"break\"}")
record PresenceRequest(
        @NotNull @Pattern(regexp = "available|away|offline") @Schema(enumeration = {"available", "away", "offline"})
        String status,

        @Size(min = 1, max = 100) String reason) {

    Presence presence() {
        return Presence.valueOf(status.toUpperCase(Locale.ROOT));
    }
}
