/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is this replica's to send.
 *
 * @param recipient kind and value of the handle it goes to
 * @param abandoned an earlier attempt ended without an outcome: the provider may have the message
 * @param uncertain it has been told to be uncertain: only a look-up is left
 * @param overdue its deadline has passed
 */
record Claimed(
        UUID messageId,
        UUID conversationId,
        int number,
        String channel,
        String recipient,
        int attempt,
        boolean abandoned,
        boolean uncertain,
        boolean overdue,
        Instant createdAt) {}
