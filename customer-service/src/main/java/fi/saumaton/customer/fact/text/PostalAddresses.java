/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where the writer lives or wants things sent: Finnish, Swedish and English ways to write it. */
final class PostalAddresses {
    static final String KIND = "address";

    private static final Pattern HOUSE = Pattern.compile("\\d{1,4}(?:-\\d{1,4})?[a-zåäö]?");
    private static final Pattern STAIRS = Pattern.compile("[a-z]{1,2}");
    private static final Pattern FLAT = Pattern.compile("\\d{1,3}[a-z]?");
    private static final Pattern FLAT_WORD = Pattern.compile("as|asunto|lgh|bst|apt|flat|rappu|trappa");
    private static final Pattern POST_BOX = Pattern.compile("pl|pb");
    private static final Pattern FIVE_DIGITS = Pattern.compile("\\d{5}");
    private static final Pattern THREE_DIGITS = Pattern.compile("\\d{3}");
    private static final Pattern TWO_DIGITS = Pattern.compile("\\d{2}");
    private static final Pattern TOWN = Pattern.compile("[\\p{L}-]{2,}");
    private static final Pattern FLATTEN = Pattern.compile("\\s*[,\\n]\\s*");

    private static final Pattern POSTAL_CODE = Pattern.compile("(?<=[^,]) (\\d{5}|\\d{3} \\d{2}) (?=\\p{L})");
    private static final Pattern NAME = Pattern.compile("(?:^|(?<=\\d{5} )|(?<=\\d{3} \\d{2} ))\\p{Ll}");

    private PostalAddresses() {}

    static void read(Passage passage) {
        var words = passage.words();
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, Tag.STREET_ENGLISH) && english(passage, i)) {
                continue;
            }
            boolean street =
                    isStreet(words, i) || POST_BOX.matcher(words.lower(i)).matches() && isUpper(words, i);
            if (street
                    && i + 1 < words.size()
                    && isNextTo(words, i)
                    && HOUSE.matcher(words.lower(i + 1)).matches()) {
                add(passage, beginning(words, i), afterHouse(words, i + 1));
            }
        }
    }

    private static boolean isStreet(Words words, int i) {
        var mark = words.mark(i, Tag.STREET);
        return mark != null
                && !words.is(i, Tag.STREET_NOT)
                && (words.lower(i).length() > mark.value().length() + 1 || isNamed(words, i));
    }

    /** "Aleksis Kiven katu": the word for street stands alone behind a name. */
    private static boolean isNamed(Words words, int i) {
        return words.inOneSentence(i - 1, i)
                && words.isCapitalised(i - 1)
                && words.gap(i - 1).equals(" ");
    }

    private static boolean isUpper(Words words, int i) {
        return words.isCapitalised(i) && Character.isUpperCase(words.text().charAt(words.end(i) - 1));
    }

    /** Takes the capitalised words of a name in: "Itäinen Rantakatu", "Aleksis Kiven katu"; not one that begins the sentence. */
    private static int beginning(Words words, int street) {
        int from = street;
        boolean alone = !words.isCapitalised(street);
        while (from > 0
                && street - from < 2
                && words.inOneSentence(from - 1, street)
                && words.isCapitalised(from - 1)
                && words.gap(from - 1).equals(" ")
                && (alone
                        || !beginsSentence(words, from - 1)
                        || words.lower(from - 1).matches(".*(?:inen|ra|la|iso|uusi|pikku|suuri)"))) {
            from--;
        }
        return from;
    }

    private static boolean beginsSentence(Words words, int i) {
        return !words.inOneSentence(i - 1, i) || words.text().charAt(words.start(i) - 1) == '\n';
    }

    private static boolean isNextTo(Words words, int i) {
        return words.gap(i).matches("[ .]{1,2}");
    }

    /** Staircase and flat: "5 A 12", "5 as. 3", "5 lgh 3". */
    private static int afterHouse(Words words, int house) {
        int last = house;
        if (follows(words, last, FLAT_WORD) && follows(words, last + 1, FLAT)) {
            return place(words, last + 2);
        }
        if (follows(words, last, STAIRS)
                && (words.isCapitalised(last + 1) || follows(words, last + 1, FLAT))
                && !words.is(last + 1, Tag.AND)) {
            last++;
            if (follows(words, last, FLAT_WORD) && follows(words, last + 1, FLAT)) {
                last += 2;
            } else if (follows(words, last, FLAT)) {
                last++;
            }
        }
        return place(words, last);
    }

    private static boolean follows(Words words, int i, Pattern pattern) {
        return i + 1 < words.size()
                && words.gap(i).matches("[ .]{1,2}")
                && pattern.matcher(words.lower(i + 1)).matches();
    }

    /** Postal code and town, or a town after a comma. */
    private static int place(Words words, int last) {
        if (last + 1 >= words.size() || !words.gap(last).matches("\\s*,?\\s*")) {
            return last;
        }
        int next = last + 1;
        if (FIVE_DIGITS.matcher(words.lower(next)).matches()) {
            return isTown(words, next + 1, false) && words.gap(next).equals(" ") ? next + 1 : next;
        }
        boolean swedish = THREE_DIGITS.matcher(words.lower(next)).matches()
                && next + 2 < words.size()
                && TWO_DIGITS.matcher(words.lower(next + 1)).matches();
        if (swedish && words.gap(next).equals(" ") && isTown(words, next + 2, false)) {
            return next + 2;
        }
        boolean separated = words.gap(last).indexOf(',') >= 0 || words.gap(last).indexOf('\n') >= 0;
        return separated && words.gap(last).indexOf('\n') < 0 && isTown(words, next, true) ? next : last;
    }

    private static boolean isTown(Words words, int i, boolean capital) {
        return i < words.size() && TOWN.matcher(words.lower(i)).matches() && (!capital || words.isCapitalised(i));
    }

    /** "12 Baker Street, London". */
    private static boolean english(Passage passage, int street) {
        var words = passage.words();
        int from = street;
        while (from > 0
                && street - from < 3
                && words.isCapitalised(from - 1)
                && words.gap(from - 1).equals(" ")
                && !words.hasDigit(from - 1)) {
            from--;
        }
        boolean numbered = from < street
                && from > 0
                && words.isCapitalised(street)
                && words.gap(from - 1).equals(" ")
                && HOUSE.matcher(words.lower(from - 1)).matches();
        if (!numbered) {
            return false;
        }
        add(passage, from - 1, place(words, street));
        return true;
    }

    private static void add(Passage passage, int from, int to) {
        var words = passage.words();
        int start = words.start(from);
        int end = words.end(to);
        if (!passage.isFree(start, end)) {
            return;
        }
        passage.take(start, end);
        if (isWriters(words, from, to)) {
            var written = passage.text().substring(start, end);
            passage.add(KIND, normal(written), start, end, 0.9);
        }
    }

    private static boolean isWriters(Words words, int from, int to) {
        return !(ContextRule.isExample(words, from, to)
                || ContextRule.isDenied(words, from)
                || ContextRule.isWrong(words, from, to)
                || ContextRule.isFormer(words, from, to)
                || ContextRule.isSomebodys(words, from, to)
                || ContextRule.isOurs(words, from)
                || ContextRule.within(words, from - 1, -1, 5, Tag.SHOP));
    }

    /** One line, names with capital letters, one comma before the town. */
    static String normal(String written) {
        var line = FLATTEN.matcher(written)
                .replaceAll(", ")
                .replaceAll("\\s+", " ")
                .strip();
        var postal = POSTAL_CODE.matcher(line).replaceFirst(", $1 ");
        return NAME.matcher(postal).replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }
}
