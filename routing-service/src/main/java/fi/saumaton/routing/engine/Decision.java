/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Why a work item was offered to whom it was: enough to tell it in a sentence and to compute it again.
 *
 * @param candidates who could take it at that moment, the best first; the first one got the offer
 * @param considered how many could take it; the list keeps the best of them. Null when there were too many to count
 * @param full how many suitable agents were available without room; null when there were too many to count
 * @param refusedBy who had refused it before
 * @param ring how many of the queue's rings had opened for it
 */
public record Decision(
        UUID id,
        Instant at,
        UUID workItemId,
        UUID conversationId,
        UUID offerId,
        String queue,
        QueuedReason reason,
        Situation situation,
        Instant dueSince,
        Set<String> refusedBy,
        List<Candidate> candidates,
        Integer considered,
        Integer full,
        int ring) {

    /**
     * Somebody who could take it, with the score in minutes.
     *
     * @param idleSince the moment that counts for the turn; hard contacts of late move it ahead
     */
    public record Candidate(String agentId, String name, Terms terms, double score, Instant idleSince) {}

    public Candidate chosen() {
        return candidates.getFirst();
    }

    /** The second best; null when there was no choice. */
    public Candidate runnerUp() {
        return candidates.size() > 1 ? candidates.get(1) : null;
    }
}
