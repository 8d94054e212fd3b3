/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Numbers that a word names: order 10023, "10023 on tilausnumeroni", fakturor 11 och 12. */
final class LabelledNumbers {
    private static final String REFERENCE = "payment-reference";
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern CANDIDATE = Pattern.compile("[a-z]{0,5}-?\\d[\\da-z-]{2,21}");
    private static final int REACH = 7;

    /** Words that may stand between a label and its number without being mere fillers. */
    private static final int STRANGERS = 2;

    private final List<CompanyFile.Numbered> numbered;
    private final Map<String, CompanyFile.Numbered> byKind = new HashMap<>();

    LabelledNumbers(CompanyFile company) {
        this.numbered = company.numbers();
        numbered.forEach(number -> byKind.put(number.kind(), number));
    }

    void read(Passage passage) {
        references(passage);
        var words = passage.words();
        var kinds = new HashMap<Integer, String>();
        for (int i = 0; i < words.size(); i++) {
            if (isCandidate(passage, i)) {
                var kind = kind(words, i, kinds);
                kinds.put(i, kind == null ? "" : kind);
                if (kind != null) {
                    add(passage, kind, i);
                }
            }
        }
        sure(passage);
    }

    private boolean isCandidate(Passage passage, int i) {
        var words = passage.words();
        return words.hasDigit(i)
                && CANDIDATE.matcher(words.lower(i)).matches()
                && passage.isFree(words.start(i), words.end(i))
                && !isCounted(words, i);
    }

    private static boolean isCounted(Words words, int i) {
        if (i + 1 >= words.size()) {
            return false;
        }
        var gap = words.gap(i);
        boolean amount = gap.startsWith(" €")
                || gap.startsWith("€")
                || gap.startsWith("%")
                || gap.startsWith(" %")
                || gap.startsWith(",");
        boolean decimals = gap.equals(",") || gap.equals(".");
        return (amount && !gap.startsWith(","))
                || (decimals && words.hasDigit(i + 1) && words.lower(i + 1).length() <= 2)
                || (gap.isBlank() && words.inOneSentence(i, i + 1) && words.is(i + 1, Tag.UNIT));
    }

    private String kind(Words words, int i, Map<Integer, String> kinds) {
        var before = before(words, i, kinds);
        if (before != null) {
            return before.isEmpty() ? null : before;
        }
        var after = after(words, i);
        if (after != null) {
            return after;
        }
        return isHashed(words, i) ? "order-number" : null;
    }

    private static boolean isHashed(Words words, int i) {
        int start = words.start(i);
        return start > 0
                && words.text().charAt(start - 1) == '#'
                && (start == 1 || Character.isWhitespace(words.text().charAt(start - 2)))
                && words.lower(i).length() >= 4;
    }

    /** What a word in front names it: a kind, "" for something else, null when nothing does. */
    private String before(Words words, int i, Map<Integer, String> kinds) {
        int strangers = 0;
        for (int w = i - 1; i - w <= REACH && words.inOneSentence(w, i); w--) {
            var label = words.mark(w, Tag.LABEL);
            if (label != null) {
                return label.value();
            }
            if (words.is(w, Tag.OTHER_NUMBER) && strangers == 0) {
                return "";
            }
            var beside = words.mark(w, Tag.BESIDE);
            if (beside != null && !isVerb(words, w)) {
                return strangers == 0 ? beside.value() : null;
            }
            if (kinds.containsKey(w)) {
                return strangers == 0 && isList(words, w, i) ? kinds.get(w) : null;
            }
            if (words.is(w, Tag.CONTRAST) && w == i - 1 && kinds.containsKey(w - 1)) {
                return kinds.get(w - 1);
            }
            if (words.is(w, Tag.BREAK)) {
                return null;
            }
            if (!words.is(w, Tag.FILLER)
                    && !words.is(w, Tag.AND)
                    && !words.is(w, Tag.MINE)
                    && ++strangers > STRANGERS) {
                return null;
            }
        }
        return null;
    }

    private static boolean isVerb(Words words, int w) {
        boolean infinitive = w > 0 && words.lower(w - 1).equals("to") && words.is(w - 2, Tag.WANT);
        return words.is(w, Tag.VERB) && (words.is(w - 1, Tag.VERB_BEFORE) || infinitive);
    }

    /** "20031 ja 20032", "20031, 20032". */
    private static boolean isList(Words words, int from, int to) {
        for (int w = from + 1; w < to; w++) {
            if (!words.is(w, Tag.AND) && !words.is(w, Tag.FILLER)) {
                return false;
            }
        }
        return true;
    }

    /** "10023 is my order number"; "When does 10023 come? That is my order number." */
    private static String after(Words words, int i) {
        if (words.is(i + 1, Tag.COPULA) && words.inOneSentence(i, i + 1)) {
            int label = ContextRule.find(words, i + 2, 1, 4, Tag.LABEL);
            return label < 0 || hasNumber(words, label)
                    ? null
                    : words.mark(label, Tag.LABEL).value();
        }
        if (words.is(i + 1, Tag.OF) && words.inOneSentence(i, i + 1) && words.is(i - 1, Tag.FILLER)) {
            int beside = ContextRule.find(words, i + 2, 1, 2, Tag.BESIDE);
            return beside < 0 ? null : words.mark(beside, Tag.BESIDE).value();
        }
        int next = i + 1;
        while (next < words.size() && words.sentence(next) == words.sentence(i)) {
            if (words.hasDigit(next)) {
                return null;
            }
            next++;
        }
        if (next >= words.size() || words.sentence(next) > words.sentence(i) + 1 || !words.is(next, Tag.THAT)) {
            return null;
        }
        int label = ContextRule.find(words, next, 1, 7, Tag.LABEL);
        return label < 0 || hasNumber(words, label)
                ? null
                : words.mark(label, Tag.LABEL).value();
    }

    private static boolean hasNumber(Words words, int label) {
        for (int w = label + 1; w <= label + 3 && words.inOneSentence(w, label); w++) {
            if (words.hasDigit(w)) {
                return true;
            }
        }
        return false;
    }

    private void add(Passage passage, String kind, int i) {
        var words = passage.words();
        var value = words.lower(i).toUpperCase(Locale.ROOT);
        boolean shaped = byKind.get(kind).form().matcher(value).matches();
        boolean year = value.matches("(?:19|20)\\d{2}") && !isHashed(words, i) && !words.is(i - 1, Tag.LABEL);
        if (shaped && !year && isMeant(words, i)) {
            passage.add(kind, value, words.start(i), words.end(i), isHashed(words, i) ? 0.8 : 0.9);
        }
    }

    private static boolean isMeant(Words words, int i) {
        return !(ContextRule.isExample(words, i, i)
                || ContextRule.isDenied(words, i)
                || isWrong(words, i)
                || ContextRule.isTheirs(words, i, i));
    }

    /** An invoice may be wrong and yet be the one that is meant; a wrong number is not. */
    private static boolean isWrong(Words words, int i) {
        for (int w = i - 1; i - w <= 4 && words.inOneSentence(w, i); w--) {
            if (words.is(w, Tag.WRONG) && words.is(w + 1, Tag.LABEL)) {
                return true;
            }
        }
        int wrong = words.is(i + 1, Tag.COPULA) ? ContextRule.find(words, i + 2, 1, 2, Tag.WRONG) : -1;
        var phrase = wrong < 0 ? null : words.mark(wrong, Tag.WRONG);
        return phrase != null
                && (phrase.to() > phrase.from()
                        || words.is(phrase.to() + 1, Tag.LABEL)
                        || words.is(phrase.to() + 1, Tag.FILLER));
    }

    /** Numbers whose form alone tells them. */
    private void sure(Passage passage) {
        for (var number : numbered) {
            if (number.sure() != null) {
                var matches = number.sure().matcher(passage.text());
                while (matches.find()) {
                    int from = passage.words().at(matches.start());
                    if (passage.isFree(matches.start(), matches.end()) && isMeant(passage.words(), from)) {
                        var value = matches.group().toUpperCase(Locale.ROOT);
                        passage.add(number.kind(), value, matches.start(), matches.end(), 0.9);
                    }
                }
            }
        }
    }

    /** The only number of a text, as what was asked for. */
    List<Found> answer(Passage passage, Collection<String> asked) {
        var words = passage.words();
        var candidates =
                IntStream.range(0, words.size()).filter(words::hasDigit).toArray();
        if (candidates.length != 1 || !isCandidate(passage, candidates[0]) || !isMeant(words, candidates[0])) {
            return List.of();
        }
        var value = words.lower(candidates[0]).toUpperCase(Locale.ROOT);
        return numbered.stream()
                .filter(number -> asked.contains(number.kind())
                        && number.form().matcher(value).matches())
                .limit(1)
                .map(number -> new Found(
                        number.kind(), value, value, words.start(candidates[0]), words.end(candidates[0]), 0.8))
                .toList();
    }

    /** Payment references: the check digit alone is right for every tenth number, so a word has to name them too. */
    private static void references(Passage passage) {
        var words = passage.words();
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, Tag.REFERENCE) && !words.is(i, Tag.LABEL)) {
                int first = i + 1;
                while (first < words.size()
                        && first - i <= 4
                        && words.inOneSentence(i, first)
                        && !words.hasDigit(first)) {
                    first++;
                }
                reference(passage, i, first);
            }
        }
    }

    private static void reference(Passage passage, int label, int first) {
        var words = passage.words();
        int last = first;
        while (last < words.size()
                && words.inOneSentence(label, last)
                && DIGITS.matcher(words.lower(last)).matches()
                && (last == first || words.gap(last - 1).equals(" "))) {
            last++;
        }
        for (int end = last - 1; end >= first; end--) {
            int from = words.start(first);
            int to = words.end(end);
            var digits =
                    CheckedNumbers.digits(passage.text().substring(from, to)).replaceFirst("^0+", "");
            boolean sized = digits.length() >= 4 && digits.length() <= 20;
            if (sized && Checksum.reference(digits) && passage.isFree(from, to)) {
                if (isMeant(words, first)) {
                    passage.add(REFERENCE, digits, from, to, 0.95);
                }
                return;
            }
        }
    }
}
