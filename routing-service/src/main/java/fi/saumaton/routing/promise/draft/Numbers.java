/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Numbers in words, as far as times are told with them. */
final class Numbers {
    /** For use within a pattern. */
    static final String WORDS =
            "(\\d{1,3}|yhden|kahden|parin|kolmen|muutaman|neljän|viiden|kuuden|seitsemän|kahdeksan|yhdeksän|kymmenen"
                    + "|en|ett par|ett|två|tre|några|fyra|fem|sex|sju|åtta|nio|tio"
                    + "|a couple of|a few|an|a|one|two|three|four|five|six|seven|eight|nine|ten|the next few|few)";

    private static final Map<String, Integer> VALUES = new HashMap<>();

    static {
        String[][] words = {
            {"yhden", "en", "ett", "a", "an", "one"},
            {"kahden", "parin", "två", "ett par", "two", "a couple of"},
            {"kolmen", "muutaman", "tre", "några", "three", "a few", "the next few", "few"},
            {"neljän", "fyra", "four"},
            {"viiden", "fem", "five"},
            {"kuuden", "sex", "six"},
            {"seitsemän", "sju", "seven"},
            {"kahdeksan", "åtta", "eight"},
            {"yhdeksän", "nio", "nine"},
            {"kymmenen", "tio", "ten"}
        };
        for (int n = 0; n < words.length; n++) {
            for (String word : words[n]) {
                VALUES.put(word, n + 1);
            }
        }
    }

    private Numbers() {}

    /** @param word null means one: "within the hour" */
    static int of(String word) {
        if (word == null) {
            return 1;
        }
        Integer known = VALUES.get(word.toLowerCase(Locale.ROOT));
        return known == null ? Integer.parseInt(word) : known;
    }
}
