/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Instant;
import java.util.Map;

/**
 * One record of the {@code ingress} topic, exactly as the door accepted it.
 *
 * @param channel the channel's name
 * @param receivedAt when the door accepted it, by its own clock
 * @param contentType media type of the body
 * @param attributes what the door knows besides the body (CloudEvents extensions, names in lower case letters and digits): the proven visitor, the
 *     mailbox position
 * @param body the raw bytes
 */
public record RawInbound(
        String channel, Instant receivedAt, String contentType, Map<String, String> attributes, byte[] body) {}
