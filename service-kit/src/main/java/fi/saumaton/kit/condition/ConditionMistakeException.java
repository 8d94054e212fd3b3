/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.condition;

import java.util.List;
import java.util.stream.Collectors;

/** The text is no condition in this vocabulary. */
public class ConditionMistakeException extends RuntimeException {
    private final List<Mistake> mistakes;

    ConditionMistakeException(List<Mistake> mistakes) {
        super(mistakes.stream()
                .map(one -> "%d:%d %s".formatted(one.line(), one.column(), one.message()))
                .collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** At least one, in the order of the text. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
