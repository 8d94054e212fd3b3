/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that prove themselves by a check digit, and those that must not be kept. */
final class CheckedNumbers {
    private static final Pattern IDENTITY_CODE =
            Pattern.compile("(?<![\\w-])\\d{6}[-+A-FU-Ya-fu-y]\\d{3}[0-9A-Ya-y](?![\\w-])");
    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile("(?<![\\w-])(?:19|20)?(\\d{2})(\\d{2})(\\d{2})[-+](\\d{4})(?![\\w-])");
    private static final Pattern CARD = Pattern.compile("(?<![\\w+-])[2-6](?:[ -]?\\d){12,18}(?![\\w-])");
    private static final Pattern CARD_PREFIX = Pattern.compile("4|5[1-5]|2[2-7]|3[47]|6(?:011|5|4[4-9]|2)");
    private static final Pattern IBAN_START = Pattern.compile("(?i)(?<![\\w])[A-Z]{2}\\d{2}(?=[ A-Z0-9]{11})");
    private static final Pattern RF = Pattern.compile("(?i)(?<!\\w)RF\\d{2}(?: ?\\d){1,21}(?!\\w)");
    private static final Pattern BUSINESS_ID = Pattern.compile("(?<![\\w-])(\\d{7})-(\\d)(?![\\w-])");
    private static final Pattern VAT_NUMBER = Pattern.compile("(?i)(?<!\\w)FI-?(\\d{7})-?(\\d)(?![\\w-])");

    /** Lengths of the countries' IBANs (ISO 13616 registry). */
    private static final Map<String, Integer> IBAN_LENGTHS = Map.ofEntries(
            Map.entry("FI", 18),
            Map.entry("SE", 24),
            Map.entry("AX", 18),
            Map.entry("DE", 22),
            Map.entry("EE", 20),
            Map.entry("LV", 21),
            Map.entry("LT", 20),
            Map.entry("NO", 15),
            Map.entry("DK", 18),
            Map.entry("GB", 22),
            Map.entry("IE", 22),
            Map.entry("NL", 18),
            Map.entry("BE", 16),
            Map.entry("FR", 27),
            Map.entry("ES", 24),
            Map.entry("IT", 27),
            Map.entry("PT", 25),
            Map.entry("AT", 20),
            Map.entry("CH", 21),
            Map.entry("PL", 28));

    private CheckedNumbers() {}

    static void read(Passage passage) {
        hideSecrets(passage);
        ibans(passage);
        creditorReferences(passage);
        businessIds(passage, BUSINESS_ID);
        businessIds(passage, VAT_NUMBER);
    }

    private static void hideSecrets(Passage passage) {
        var codes = IDENTITY_CODE.matcher(passage.text());
        while (codes.find()) {
            if (isIdentityCode(codes.group())) {
                passage.hide("identity-code", codes.start(), codes.end());
            }
        }
        var personal = PERSONAL_NUMBER.matcher(passage.text());
        while (personal.find()) {
            if (isDate(personal.group(2), personal.group(3))
                    && Checksum.luhn(digits(personal.group())
                            .substring(digits(personal.group()).length() - 10))) {
                passage.hide("identity-code", personal.start(), personal.end());
            }
        }
        var cards = CARD.matcher(passage.text());
        while (cards.find()) {
            var digits = digits(cards.group());
            if (Checksum.luhn(digits) && CARD_PREFIX.matcher(digits).lookingAt()) {
                passage.hide("card", cards.start(), cards.end());
            }
        }
    }

    /** With a letter at its end it is one even when mistyped: nobody's code may slip through for a wrong letter. */
    private static boolean isIdentityCode(String code) {
        return isDate(code.substring(2, 4), code.substring(0, 2))
                && (Checksum.identityCode(code) || Character.isLetter(code.charAt(10)));
    }

    private static boolean isDate(String month, String day) {
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        return m >= 1 && m <= 12 && d >= 1 && d <= 31;
    }

    private static void ibans(Passage passage) {
        var starts = IBAN_START.matcher(passage.text());
        while (starts.find()) {
            var length = IBAN_LENGTHS.get(starts.group().substring(0, 2).toUpperCase(Locale.ROOT));
            if (length != null) {
                iban(passage, starts.start(), length);
            }
        }
    }

    private static void iban(Passage passage, int start, int length) {
        var text = passage.text();
        var code = new StringBuilder(length);
        int at = start;
        while (at < text.length() && code.length() < length) {
            char c = text.charAt(at);
            if (c < 128 && Character.isLetterOrDigit(c)) {
                code.append(Character.toUpperCase(c));
            } else if (c != ' ' && c != '\u00a0') {
                return;
            }
            at++;
        }
        boolean cut = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
        if (code.length() == length && !cut && passage.isFree(start, at) && Checksum.modulo97(code.toString())) {
            add(passage, "iban", code.toString(), start, at);
        }
    }

    private static void creditorReferences(Passage passage) {
        var matches = RF.matcher(passage.text());
        while (matches.find()) {
            var code = matches.group().replace(" ", "").toUpperCase(Locale.ROOT);
            if (Checksum.modulo97(code)) {
                add(passage, "payment-reference", code, matches.start(), matches.end());
            }
        }
    }

    /** A number of this form with a wrong check digit is none, and nothing else either. */
    private static void businessIds(Passage passage, Pattern pattern) {
        Matcher matches = pattern.matcher(passage.text());
        while (matches.find()) {
            var id = matches.group(1) + "-" + matches.group(2);
            if (passage.isFree(matches.start(), matches.end()) && Checksum.businessId(id)) {
                add(passage, "business-id", id, matches.start(), matches.end());
            }
            passage.take(matches.start(), matches.end());
        }
    }

    private static void add(Passage passage, String kind, String value, int start, int end) {
        var words = passage.words();
        int from = words.at(start);
        int to = words.at(end - 1);
        if (ContextRule.isExample(words, from, to)
                || ContextRule.isDenied(words, from)
                || ContextRule.isTheirs(words, from, to)
                || ContextRule.isOurs(words, from)) {
            passage.take(start, end);
        } else {
            passage.add(kind, value, start, end, 0.98);
        }
    }

    static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
