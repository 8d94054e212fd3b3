/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What happens to routing. Every input is stored before it is applied, so the log of them can be replayed. */
public sealed interface Input {

    /** A conversation needs a responder, and its customer is known; or more became known of the customer. */
    record WorkArrived(UUID conversationId, long conversationVersion, Situation situation, Instant firstMessageAt)
            implements Input {}

    /** Routing itself has learnt of an ongoing contact; null leaves a part as it is. */
    record SituationChanged(UUID conversationId, Double frustration, Situation.Promised promise) implements Input {}

    /** Something is due by time alone. */
    record TimePassed() implements Input {}

    /** Other weights hold from now on. */
    record PolicyChanged(Policy policy) implements Input {}

    /** The customer wrote in an ongoing conversation: a reply is due. */
    record CustomerWrote(UUID conversationId, long version, Instant writtenAt) implements Input {}

    /** The conversation was answered, or began with an automatic message: it waits for the customer. */
    record AgentReplied(UUID conversationId, long version) implements Input {}

    record ConversationClosed(UUID conversationId, long version, String reason) implements Input {}

    /**
     * Somebody says whether they take work. The first time makes the agent, with the defaults given and all queues.
     */
    record PresenceChanged(String agentId, String name, Presence presence, String reason, Defaults defaults)
            implements Input {}

    /** What a newcomer starts with. */
    record Defaults(Set<String> languages, Capacity capacity) {}

    /** The agent's desk has not been heard of for the length of the lease. */
    record LeaseExpired(String agentId) implements Input {}

    record OfferAccepted(UUID offerId, String agentId) implements Input {}

    record OfferDeclined(UUID offerId, String agentId, String reason) implements Input {}

    record OfferTimedOut(UUID offerId) implements Input {}

    /**
     * Work goes to another queue.
     *
     * @param by the agent who must have it; null when somebody who may transfer anybody's work does it
     */
    record Transferred(UUID workItemId, String queue, String by) implements Input {}

    /** @param expectedVersion refused when the agent has another version by now; null to skip the check */
    record AgentConfigured(
            String agentId,
            String name,
            Set<String> skills,
            Map<String, Integer> skillLevels,
            Set<String> languages,
            Set<String> queues,
            String team,
            Capacity capacity,
            Long expectedVersion)
            implements Input {
        public AgentConfigured(
                String agentId,
                String name,
                Set<String> skills,
                Set<String> languages,
                Set<String> queues,
                Capacity capacity,
                Long expectedVersion) {
            this(agentId, name, skills, Map.of(), languages, queues, null, capacity, expectedVersion);
        }
    }

    /** @param expectedVersion refused when the queue has another version by now; null to skip the check */
    record QueueConfigured(
            String name,
            Set<String> requiredSkills,
            int offerSeconds,
            int priority,
            Set<String> channels,
            QueueRules rules,
            Long expectedVersion)
            implements Input {
        public QueueConfigured(
                String name,
                Set<String> requiredSkills,
                int offerSeconds,
                int priority,
                Set<String> channels,
                Long expectedVersion) {
            this(name, requiredSkills, offerSeconds, priority, channels, QueueRules.NONE, expectedVersion);
        }
    }
}
