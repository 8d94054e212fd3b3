/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A window that the customer picks.
 *
 * @param from when it begins, as one of those that were offered
 * @param handle the number to call, as {@code phone:+358401234567}
 */
@Schema(
        name = "CallbackRequest",
        examples = "{\"queue\":\"support\",\"from\":\"2026-11-23T08:00:00Z\",\"handle\":\"phone:+358401234567\"}")
record CallbackRequest(
        @NotBlank @Size(max = 40) String queue,
        @NotNull Instant from,

        @NotBlank @Pattern(regexp = "phone:\\+[1-9][0-9]{5,14}")
        String handle,

        @Size(max = 500) String text,
        UUID customerId,
        UUID issueId,
        UUID conversationId,
        @Pattern(regexp = "[a-z]{2}") String language) {}
