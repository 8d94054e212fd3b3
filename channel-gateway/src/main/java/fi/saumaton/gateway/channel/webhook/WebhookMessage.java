/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What comes in.
 *
 * @param type absent or {@code message}; anything else is something else
 * @param messageId the sender's own id of the message; the same again is stored once
 * @param occurredAt when it was written, absent for now
 */
@RegisterForReflection(targets = {WebhookMessage.class, WebhookMessage.From.class})
record WebhookMessage(
        String type,
        @NotBlank @Size(max = 200) String messageId,
        @NotNull @Valid From from,
        @NotBlank @Size(max = 100_000) String text,
        Instant occurredAt) {

    /**
     * Who wrote.
     *
     * @param kind {@code webhook-user}: the sending system's own user id, which its signature proves; anything else is a
     *     claim. Never {@code visitor}: those are reached by the gateway's own stream, which only their token opens
     */
    record From(
            @NotBlank @Size(max = 40) @Pattern(regexp = "(?!visitor$)[a-z][a-z-]*")
            String kind,

            @NotBlank @Size(max = 320) String value,
            @Size(max = 200) String displayName) {}
}
