/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.List;

/** The state after an input, what it led to, and why. */
public record Outcome(State state, Answer answer, List<Effect> effects, List<Decision> decisions) {}
