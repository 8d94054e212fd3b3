/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.decision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.routing.engine.Decision;
import fi.saumaton.routing.engine.Explanation;
import fi.saumaton.routing.engine.Situation;
import fi.saumaton.routing.engine.Terms;

/**
 * A decision and its reasons.
 *
 * @param candidates the best first; the first one got the offer
 * @param considered how many could take it at that moment; absent when there were too many to count
 * @param full how many suitable agents were available without room; absent when there were too many to count
 */
@Schema(name = "Decision")
record DecisionView(
        UUID decisionId,
        Instant at,
        UUID workItemId,
        UUID conversationId,
        UUID offerId,
        String queue,
        String reason,
        InputsView inputs,
        List<CandidateView> candidates,
        Integer considered,
        Integer full,
        String chosen,
        String runnerUp,
        SentenceView sentence) {

    /** What was known of the contact. */
    @Schema(name = "DecisionInputs")
    record InputsView(
            String channelKind,
            String language,
            String lastAgentId,
            Instant lastAgentAt,
            Instant dueSince,
            Set<String> refusedBy,
            String stage,
            Double purchases,
            Double frustration,
            @Schema(enumeration = {"open", "due", "broken"}) String promise,
            int ring) {
        private static InputsView from(Decision decision) {
            Situation situation = decision.situation();
            return new InputsView(
                    situation.channelKind(),
                    situation.language(),
                    situation.lastAgentId(),
                    situation.lastAgentAt(),
                    decision.dueSince(),
                    decision.refusedBy(),
                    situation.stage(),
                    situation.purchases(),
                    situation.frustration(),
                    situation.promise() == null ? null : situation.promise().toString(),
                    decision.ring());
        }
    }

    /** @param score the sum of the terms, computed from them now, in minutes */
    @Schema(name = "Candidate")
    record CandidateView(String agentId, String name, Terms terms, double score, Instant idleSince) {
        private static CandidateView from(Decision.Candidate candidate) {
            return new CandidateView(
                    candidate.agentId(),
                    candidate.name(),
                    candidate.terms(),
                    candidate.terms().score(),
                    candidate.idleSince());
        }
    }

    @Schema(
            name = "Sentence",
            examples = "{\"en\":\"Offered to Jenni after 3 min of waiting, because nobody else could take it.\"}")
    record SentenceView(String fi, String sv, String en) {}

    static DecisionView from(Decision decision) {
        return new DecisionView(
                decision.id(),
                decision.at(),
                decision.workItemId(),
                decision.conversationId(),
                decision.offerId(),
                decision.queue(),
                decision.reason().toString(),
                InputsView.from(decision),
                decision.candidates().stream().map(CandidateView::from).toList(),
                decision.considered(),
                decision.full(),
                decision.chosen().agentId(),
                decision.runnerUp() == null ? null : decision.runnerUp().agentId(),
                new SentenceView(
                        Explanation.FI.of(decision), Explanation.SV.of(decision), Explanation.EN.of(decision)));
    }
}
