/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;

/** What an input led to, as others hear of it. */
public sealed interface Effect {

    /** @param formerAgentId who had it until now, and may have been late; null when nobody had */
    record Queued(WorkItem item, String formerAgentId, Instant at) implements Effect {}

    record OfferMade(Offer offer, String agentName) implements Effect {}

    /** Accepted, declined, timed out or rescinded, as the offer's state says. */
    record OfferEnded(Offer offer) implements Effect {}

    record Assigned(WorkItem item, String agentName) implements Effect {}

    record Done(WorkItem item, Instant at) implements Effect {}

    record Withdrawn(WorkItem item, String reason, Instant at) implements Effect {}

    record PresenceChanged(Agent agent) implements Effect {}
}
