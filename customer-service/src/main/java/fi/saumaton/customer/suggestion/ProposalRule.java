/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import fi.saumaton.customer.picture.Judge;
import fi.saumaton.customer.picture.Picture;
import fi.saumaton.kit.condition.ConditionFailedException;
import fi.saumaton.kit.condition.ConditionMistakeException;

/** Which rules hold for a customer: a pure function of the picture. */
final class ProposalRule {
    private static final Logger LOG = Logger.getLogger(ProposalRule.class);
    private static final Comparator<SuggestionRule> ORDER = Comparator.comparingInt(
                    (SuggestionRule rule) -> -rule.content().priority())
            .thenComparing(SuggestionRule::ruleId);

    private final Judge judge;

    ProposalRule(Judge judge) {
        this.judge = judge;
    }

    /** The best first. Nothing for an angry customer: first the anger, then the oil. */
    List<Proposal> of(List<SuggestionRule> rules, Picture picture) {
        if (picture.mood().angry()) {
            return List.of();
        }
        var situation = picture.situation();
        return rules.stream()
                .filter(rule -> rule.content().active())
                .sorted(ORDER)
                .flatMap(rule -> proposal(rule, situation))
                .toList();
    }

    /** A rule that fails offers nothing, and leaves the others alone. */
    private Stream<Proposal> proposal(SuggestionRule rule, Map<String, Object> situation) {
        try {
            return judge.allHold(rule.content().conditions(), situation).stream()
                    .map(reasons -> new Proposal(rule, reasons));
        } catch (ConditionFailedException | ConditionMistakeException e) {
            LOG.warnf("Suggestion rule %s, version %d, can't be evaluated", rule.ruleId(), rule.version());
            return Stream.empty();
        }
    }
}
