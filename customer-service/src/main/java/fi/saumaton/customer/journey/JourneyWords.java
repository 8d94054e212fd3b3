/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.util.HashMap;
import java.util.Map;

import fi.saumaton.customer.picture.Picture;
import fi.saumaton.customer.picture.PictureWords;
import fi.saumaton.kit.condition.Vocabulary;
import fi.saumaton.kit.condition.Vocabulary.Kind;

/** The words of the picture, and those of journeys: where the customer stood before, and the risk. */
final class JourneyWords {
    private JourneyWords() {}

    static Vocabulary vocabulary() {
        return PictureWords.vocabulary()
                .variable("stage", Kind.TEXT)
                .variable("stageSince", Kind.TIME)
                .variable("risk", Kind.WHOLE);
    }

    static Map<String, Object> situation(Picture picture, Standing before, int risk) {
        Map<String, Object> situation = new HashMap<>(picture.situation());
        situation.put("stage", before == null ? "" : before.stage());
        situation.put("stageSince", before == null ? picture.at() : before.since());
        situation.put("risk", (long) risk);
        return situation;
    }
}
