/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.List;

/**
 * What was found in one text.
 *
 * @param matter what the writer came with: what is broken, missing, wanted; null when the text tells of none
 * @param language {@code fi}, {@code sv}, {@code en}, or null where the text does not tell
 * @param secrets what must not be kept: card numbers, personal identity codes
 */
public record Reading(List<Found> facts, Found matter, String language, List<Secret> secrets) {
    /** A place in the text that has to be blacked out. */
    public record Secret(String kind, int start, int end) {}
}
