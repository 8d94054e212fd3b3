/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import fi.saumaton.customer.picture.Reason.Evidence;
import fi.saumaton.kit.condition.Condition;
import fi.saumaton.kit.condition.ConditionFailedException;
import fi.saumaton.kit.condition.ConditionMistakeException;
import fi.saumaton.kit.condition.Conditions;
import fi.saumaton.kit.condition.Limits;
import fi.saumaton.kit.condition.Mistake;
import fi.saumaton.kit.condition.Vocabulary;

/** Judges clauses by a situation, and compiles each text once. Pure, but for that memory; for all threads. */
public final class Judge {
    private static final int REMEMBERED = 1_000;
    private static final int EVIDENCE = 10;
    private static final int LONGEST = 140;

    private final Conditions conditions;
    private final Map<String, Condition> compiled = new ConcurrentHashMap<>();

    public Judge(Vocabulary vocabulary) {
        this.conditions = new Conditions(vocabulary, Limits.USUAL);
    }

    /** @param clause the place in the list, from 0 */
    public record Found(int clause, Mistake mistake) {}

    /** What is wrong with them; empty when nothing is. */
    public List<Found> mistakes(List<Clause> clauses) {
        List<Found> mistakes = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            var at = i;
            try {
                compile(clauses.get(i).condition());
            } catch (ConditionMistakeException e) {
                e.mistakes().forEach(mistake -> mistakes.add(new Found(at, mistake)));
            }
        }
        return mistakes;
    }

    /**
     * The reasons when all clauses hold; empty when one does not.
     *
     * @throws ConditionFailedException when one can't be evaluated, ConditionMistakeException when it is none
     */
    public Optional<List<Reason>> allHold(List<Clause> clauses, Map<String, Object> situation) {
        List<Reason> reasons = new ArrayList<>();
        for (var clause : clauses) {
            var answer = answer(clause, situation);
            if (!answer.holds()) {
                return Optional.empty();
            }
            reasons.add(reason(clause, answer));
        }
        return Optional.of(reasons);
    }

    public Condition.Answer answer(Clause clause, Map<String, Object> situation) {
        return compile(clause.condition()).evaluate(situation);
    }

    public static Reason reason(Clause clause, Condition.Answer answer) {
        return new Reason(
                clause.says(),
                answer.entries().stream().limit(EVIDENCE).map(Judge::evidence).toList());
    }

    private static Evidence evidence(Map<String, Object> entry) {
        var shown = Stream.of("product", "value", "title", "text", "kind")
                .map(entry::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        var line = shown.lines().findFirst().orElse("").strip();
        return new Evidence(
                Objects.toString(entry.get("id"), null),
                line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line,
                Objects.toString(entry.get("at"), null));
    }

    private Condition compile(String text) {
        var known = compiled.get(text);
        if (known != null) {
            return known;
        }
        if (compiled.size() >= REMEMBERED) {
            compiled.clear();
        }
        var condition = conditions.compile(text);
        compiled.put(text, condition);
        return condition;
    }
}
