/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Instant;

/**
 * News of all our messages to one person up to a time, from providers that name no single ones.
 *
 * @param channel the channel's name
 * @param reader to whom they went
 * @param status {@code DELIVERED} or {@code READ}
 * @param upTo messages sent then or before
 */
public record Watermark(String channel, Handle reader, Receipt.Status status, Instant upTo) {}
