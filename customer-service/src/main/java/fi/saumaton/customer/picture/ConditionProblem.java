/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.util.List;
import java.util.Map;

import fi.saumaton.kit.web.Problem;
import fi.saumaton.kit.web.ProblemType;

/** What can be wrong with rules that managers write. */
public enum ConditionProblem implements ProblemType {
    INVALID_CONDITION("invalid-condition", 422);

    private final String slug;
    private final int status;

    ConditionProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    /** The places of all mistakes. */
    public static Problem of(List<Judge.Found> mistakes) {
        var first = mistakes.getFirst();
        return new Problem(
                        INVALID_CONDITION,
                        "Condition %d, line %d, column %d: %s"
                                .formatted(
                                        first.clause() + 1,
                                        first.mistake().line(),
                                        first.mistake().column(),
                                        first.mistake().message()))
                .with("mistakes", mistakes.stream().map(ConditionProblem::place).toList());
    }

    private static Map<String, Object> place(Judge.Found found) {
        return Map.of(
                "condition",
                found.clause(),
                "line",
                found.mistake().line(),
                "column",
                found.mistake().column(),
                "message",
                found.mistake().message());
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
