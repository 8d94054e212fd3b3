/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.condition;

import java.util.List;
import java.util.Map;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

/** A compiled condition; may be used by all threads. */
public final class Condition {
    private final String text;
    private final CelRuntime.Program program;
    private final Limits limits;

    Condition(String text, CelRuntime.Program program, Limits limits) {
        this.text = text;
        this.program = program;
        this.limits = limits;
    }

    /**
     * @param entries those for which it holds, as they stand in the situation; empty for plain yes and no
     */
    public record Answer(boolean holds, List<Map<String, Object>> entries) {}

    public String text() {
        return text;
    }

    /**
     * A pure function of the situation.
     *
     * @param situation a value for each variable of the vocabulary
     * @throws ConditionFailedException when it goes beyond the limits, or asks for what is not there
     */
    public Answer evaluate(Map<String, Object> situation) {
        var meter = new Meter(limits);
        try {
            return answer(program.trace(situation, (expression, value) -> meter.step()));
        } catch (CelEvaluationException e) {
            throw new ConditionFailedException(meter.exceeded() == null ? e.getMessage() : meter.exceeded(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Answer answer(Object value) {
        if (value instanceof List<?> entries) {
            var shaped = entries.stream()
                    .filter(Map.class::isInstance)
                    .map(entry -> (Map<String, Object>) entry)
                    .toList();
            return new Answer(!entries.isEmpty(), shaped);
        }
        return new Answer(Boolean.TRUE.equals(value), List.of());
    }

    /** Counts one evaluation's steps and stops it. */
    private static final class Meter {
        private static final int LOOK_AT_THE_CLOCK = 256;

        private final Limits limits;
        private final long began = System.nanoTime();
        private int steps;
        private String exceeded;

        Meter(Limits limits) {
            this.limits = limits;
        }

        void step() {
            steps++;
            if (steps > limits.steps()) {
                stop("It takes more than " + limits.steps() + " steps");
            } else if (steps % LOOK_AT_THE_CLOCK == 0
                    && System.nanoTime() - began > limits.time().toNanos()) {
                stop("It takes longer than " + limits.time().toMillis() + " ms");
            }
        }

        private void stop(String reason) {
            exceeded = reason;
            throw new IllegalStateException(reason);
        }

        String exceeded() {
            return exceeded;
        }
    }
}
