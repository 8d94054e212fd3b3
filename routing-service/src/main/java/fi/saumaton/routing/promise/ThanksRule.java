/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a message says nothing but thanks, in Finnish, Swedish or English. */
public final class ThanksRule {
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 8;

    /** A message of these words alone asks nothing and tells nothing. */
    private static final Set<String> WORDS = Set.of(
            "kiitos",
            "kiitoksia",
            "kiitti",
            "kiitän",
            "paljon",
            "oikein",
            "hyvää",
            "päivänjatkoa",
            "päivää",
            "viikonloppua",
            "selvä",
            "ok",
            "okei",
            "hyvä",
            "hienoa",
            "jees",
            "joo",
            "moi",
            "hei",
            "avusta",
            "vastauksesta",
            "tack",
            "tackar",
            "så",
            "mycket",
            "för",
            "hjälpen",
            "svaret",
            "bra",
            "toppen",
            "hej",
            "ha",
            "en",
            "dag",
            "trevlig",
            "helg",
            "jag",
            "thanks",
            "thank",
            "you",
            "thx",
            "ty",
            "very",
            "much",
            "a",
            "lot",
            "for",
            "the",
            "help",
            "your",
            "great",
            "perfect",
            "okay",
            "fine",
            "good",
            "have",
            "nice",
            "day",
            "hi",
            "hello",
            "cheers",
            "jatkoa",
            "teille",
            "sinulle",
            "tosi",
            "super",
            "er",
            "fint",
            "reply",
            "answer",
            "weekend",
            "that",
            "s",
            "all",
            "right",
            "best");

    private ThanksRule() {}

    /** True also for a message without a word, as a thumb. */
    public static boolean thanksOnly(String text) {
        String[] words = WORD.split(text == null ? "" : text.toLowerCase(Locale.ROOT));
        int count = 0;
        for (String word : words) {
            if (!word.isEmpty() && (!WORDS.contains(word) || ++count > LONGEST)) {
                return false;
            }
        }
        return text == null || text.indexOf('?') < 0;
    }
}
