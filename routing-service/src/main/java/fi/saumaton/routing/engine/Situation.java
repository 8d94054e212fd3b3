/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.UUID;

/**
 * What routing knows of the contact, as it came with the identified customer.
 *
 * @param language ISO 639-1, null when unknown
 * @param lastAgentId who served this customer last, null when nobody has
 * @param lastAgentAt when; null with {@code lastAgentId}
 */
public record Situation(
        UUID customerId, String channel, String channelKind, String language, String lastAgentId, Instant lastAgentAt) {

    /** With what became known since; the channel stays, and of two last agents the later one counts. */
    Situation learned(Situation newer) {
        boolean servedSince =
                lastAgentAt != null && (newer.lastAgentAt == null || lastAgentAt.isAfter(newer.lastAgentAt));
        return new Situation(
                newer.customerId,
                channel,
                channelKind,
                newer.language == null ? language : newer.language,
                servedSince ? lastAgentId : newer.lastAgentId,
                servedSince ? lastAgentAt : newer.lastAgentAt);
    }

    Situation servedBy(String agentId, Instant at) {
        return new Situation(customerId, channel, channelKind, language, agentId, at);
    }
}
