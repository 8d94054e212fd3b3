/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * The company's weights, all in minutes of waiting that something is worth.
 *
 * @param lastAgent the agent served this customer within {@code lastAgentHours}
 * @param language the agent speaks the customer's language
 * @param promiseDue something promised to the customer is due
 * @param promiseBroken something promised was not done
 * @param frustration for each point of the customer's frustration, 0 to −10
 * @param stages by stage of the customer's life cycle
 * @param value for each thousand of the customer's purchases within a year
 * @param valueMost what purchases are worth at most
 * @param hard contacts with at most this frustration are hard
 * @param veryHard contacts with at most this frustration are very hard
 * @param recoveryMinutes how long no hard contact follows a very hard one
 * @param strain how far an agent goes back in the line of agents for each point of frustration they have met
 * @param warmUpFrom what an agent who comes after hours away may carry at first; it doubles until it is the whole capacity
 * @param warmUpMinutes after how long it doubles
 * @param zone the company's time zone
 */
public record Policy(
        double lastAgent,
        int lastAgentHours,
        double language,
        double promiseDue,
        double promiseBroken,
        double frustration,
        Map<String, Double> stages,
        double value,
        double valueMost,
        double hard,
        double veryHard,
        int recoveryMinutes,
        double strain,
        int warmUpFrom,
        int warmUpMinutes,
        String zone) {
    /** What an installation starts with. */
    public static final Policy USUAL =
            new Policy(60, 72, 10, 30, 60, 3, Map.of(), 1, 5, -6, -8, 20, 1, 5, 5, "Europe/Helsinki");

    public Policy {
        stages = new TreeMap<>(stages);
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    Duration recovery() {
        return Duration.ofMinutes(recoveryMinutes);
    }

    Duration warmUpStep() {
        return Duration.ofMinutes(warmUpMinutes);
    }

    boolean hard(Situation situation) {
        return situation.atLeastAsHardAs(hard);
    }

    boolean veryHard(Situation situation) {
        return situation.atLeastAsHardAs(veryHard);
    }

    /** The minutes by which a contact's situation puts it ahead, whoever takes it. */
    double urgency(Situation situation) {
        return promise(situation) + frustration(situation) + stage(situation) + value(situation);
    }

    double promise(Situation situation) {
        return switch (situation.promise()) {
            case null -> 0;
            case OPEN -> 0;
            case DUE -> promiseDue;
            case BROKEN -> promiseBroken;
        };
    }

    double frustration(Situation situation) {
        return situation.frustration() == null ? 0 : -frustration * situation.frustration();
    }

    double stage(Situation situation) {
        return situation.stage() == null ? 0 : stages.getOrDefault(situation.stage(), 0.0);
    }

    double value(Situation situation) {
        return situation.purchases() == null ? 0 : Math.min(valueMost, value * situation.purchases() / 1000);
    }

    /**
     * The most by which a situation puts one contact ahead of another: what has waited so much longer than the rest is
     * served before all of it, whatever comes in.
     */
    public double bound() {
        double least =
                stages.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most =
                stages.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return Math.max(promiseDue, promiseBroken)
                + 10 * frustration
                + Math.max(0, most)
                - Math.min(0, least)
                + valueMost;
    }
}
