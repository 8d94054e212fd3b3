/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A mail that was set aside, as operators see it. Mail programs find it by its UID; nothing of what it says is known here.
 *
 * @param channel the mailbox, such as {@code email:support}
 * @param reason {@code refused} or {@code connection-lost}: how the last try ended
 * @param retryWanted it is tried again at the next poll
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record UnreadableMail(
        UUID id,
        String channel,
        Long uidValidity,
        long uid,
        int tries,
        String reason,
        Instant firstFailedAt,
        Instant lastFailedAt,
        Instant setAsideAt,
        boolean retryWanted) {}
