/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.util.List;
import java.util.Optional;

import fi.saumaton.routing.engine.Answer;
import fi.saumaton.routing.engine.Effect;

/** What became of somebody's command, once it is committed. */
public record Verdict(Answer answer, List<Effect> effects) {

    /** The first effect of a kind. */
    public <T extends Effect> Optional<T> effect(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
