/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Instant;

import fi.saumaton.gateway.channel.Inbound;

/**
 * A customer's message.
 *
 * @param acceptedAt when its door took it
 * @param traceparent the trace of the record that brought it, null for none
 */
public record Arrival(Inbound message, Instant acceptedAt, String traceparent) {}
