/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * News of one of our messages, {@code type} {@value #TYPE}.
 *
 * @param messageId as our message named it
 * @param status {@code delivered}, {@code read} or {@code failed}
 * @param reason why it failed, for agents to read
 * @param code the sender's own code of the failure
 */
@RegisterForReflection
record WebhookStatus(
        @NotBlank @Size(max = 200) String messageId,
        @NotNull @Pattern(regexp = "delivered|read|failed") String status,
        @Size(max = 500) String reason,
        @Size(max = 60) String code,
        Instant occurredAt) {
    static final String TYPE = "message.status";
}
