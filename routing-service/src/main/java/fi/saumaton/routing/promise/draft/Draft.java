/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.util.List;

import fi.saumaton.routing.promise.PromiseKind;
import fi.saumaton.routing.promise.Window;

/**
 * A promise that was found in a text; it binds nobody until somebody confirms it.
 *
 * @param sentence as it was written
 * @param words that made it one: the promising words, then those of the time
 * @param language ISO 639-1
 * @param timeStated false when the text names no time, and the end of the next working day is proposed
 */
public record Draft(
        PromiseKind kind, Window window, String sentence, List<String> words, String language, boolean timeStated) {}
