/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes values so that two spellings of the same thing compare as equal. */
final class PersonRule {
    private static final int MAX_LENGTH = 100;
    /** A date that lacks a digit or two still tells something. */
    private static final int SHORT_DATE = 6;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");

    private PersonRule() {}

    /** Empty when the value says nothing. Longer values than anybody has are cut: they would only cost time. */
    static String normalise(Field field, String value) {
        if (value == null || value.isBlank()) {
            return "";
        }
        var text = value.strip();
        text = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        return switch (field) {
            case BIRTH_DATE -> date(text);
            case EMAIL -> text.toLowerCase(Locale.ROOT);
            case PHONE -> NO_DIGIT.matcher(text).replaceAll("");
            case NATIONAL_ID, POSTAL_CODE -> words(text).replace(" ", "");
            default -> words(text);
        };
    }

    /** Lower case, without accents (people type Makela for Mäkelä), one blank between words. */
    private static String words(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(plain).replaceAll(" ").strip();
    }

    private static String date(String text) {
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return dayFirst.group(3) + padded(dayFirst.group(2)) + padded(dayFirst.group(1));
        }
        var digits = NO_DIGIT.matcher(text).replaceAll("");
        return digits.length() < SHORT_DATE ? "" : digits;
    }

    private static String padded(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
