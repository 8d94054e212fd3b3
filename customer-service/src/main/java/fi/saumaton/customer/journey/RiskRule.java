/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import fi.saumaton.customer.picture.Judge;
import fi.saumaton.customer.picture.Picture;
import fi.saumaton.kit.condition.Condition;
import fi.saumaton.kit.condition.ConditionFailedException;
import fi.saumaton.kit.condition.ConditionMistakeException;

/**
 * The risk to leave: {@code Σ points · min(count, most)} over the terms, not below 0. Count is the number of different
 * entries that a term's condition finds; a condition that is plainly true counts once.
 */
final class RiskRule {
    private static final Logger LOG = Logger.getLogger(RiskRule.class);

    private final Judge judge;

    RiskRule(Judge judge) {
        this.judge = judge;
    }

    Risk of(JourneyRules rules, Picture picture, Standing before) {
        var situation = JourneyWords.situation(picture, before, 0);
        var parts = rules.terms().stream()
                .flatMap(term -> part(term, situation))
                .sorted(Comparator.comparingInt((Risk.Part part) -> -Math.abs(part.sum())))
                .toList();
        int score = Math.max(0, parts.stream().mapToInt(Risk.Part::sum).sum());
        var level = score >= rules.high() ? "high" : score >= rules.raised() ? "raised" : "low";
        return new Risk(score, level, parts);
    }

    /** A term that can't be evaluated counts for nothing. */
    private Stream<Risk.Part> part(Term term, Map<String, Object> situation) {
        try {
            var answer = judge.answer(term.clause(), situation);
            return answer.holds() ? Stream.of(part(term, answer)) : Stream.empty();
        } catch (ConditionFailedException | ConditionMistakeException e) {
            LOG.warnf("The risk's term %s can't be evaluated", term.key());
            return Stream.empty();
        }
    }

    private static Risk.Part part(Term term, Condition.Answer answer) {
        long found = answer.entries().stream()
                .map(entry -> entry.get("id"))
                .distinct()
                .count();
        int count = Math.clamp(found, 1, term.most());
        return new Risk.Part(
                term.key(), count, term.points(), count * term.points(), Judge.reason(term.clause(), answer));
    }
}
