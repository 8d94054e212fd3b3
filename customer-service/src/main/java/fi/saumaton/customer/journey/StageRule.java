/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jboss.logging.Logger;

import fi.saumaton.customer.picture.Judge;
import fi.saumaton.customer.picture.Picture;
import fi.saumaton.customer.picture.Reason;
import fi.saumaton.kit.condition.ConditionFailedException;
import fi.saumaton.kit.condition.ConditionMistakeException;

/** The stage of a customer: the first whose conditions all hold. When none does, the customer stays where they were. */
final class StageRule {
    private static final Logger LOG = Logger.getLogger(StageRule.class);

    private final Judge judge;

    StageRule(Judge judge) {
        this.judge = judge;
    }

    /** A stage and why. */
    record Found(Stage stage, List<Reason> reasons) {}

    /** @param before where the customer stood; null when nobody has looked yet */
    Optional<Found> of(JourneyRules rules, Picture picture, Standing before, int risk) {
        var situation = JourneyWords.situation(picture, before, risk);
        return rules.stages().stream()
                .flatMap(stage -> holds(stage, situation).stream())
                .findFirst();
    }

    private Optional<Found> holds(Stage stage, Map<String, Object> situation) {
        try {
            return judge.allHold(stage.conditions(), situation).map(reasons -> new Found(stage, reasons));
        } catch (ConditionFailedException | ConditionMistakeException e) {
            LOG.warnf("The rule of stage %s can't be evaluated", stage.key());
            return Optional.empty();
        }
    }
}
