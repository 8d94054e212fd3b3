/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

/** What a writer came with: the sentence that says what is broken, missing or wanted. */
final class MatterRule {
    private static final String KIND = "matter";

    /** A sentence of fewer words is an answer or a greeting. */
    private static final int LEAST_WORDS = 3;

    private MatterRule() {}

    /** Null when nothing of the kind is said. */
    static Found read(Passage passage) {
        var words = passage.words();
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, Tag.MATTER)) {
                var sentence = passage.sentence(i);
                if (sentence.split(" ").length >= LEAST_WORDS) {
                    return new Found(KIND, sentence, sentence, words.start(i), words.end(i), 0.7);
                }
            }
        }
        return null;
    }
}
