/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text cut into words and sentences, each word with what is known of it. */
final class Words {
    /** Behind these a full stop ends no sentence. */
    private static final Set<String> SHORTENED = Set.of(
            "esim", "eg", "e", "g", "t", "ex", "n", "o", "nro", "no", "nr", "num", "tel", "puh", "kl", "klo", "jne",
            "ns", "mm", "as", "st", "rd", "dr", "mr", "mrs", "ms", "bl", "osv", "ca", "noin", "p", "s", "y", "ref",
            "nov", "dec", "jan", "feb", "okt", "oct", "sep", "sept", "aug", "apr", "mob", "gsm", "tfn", "lgh", "inv",
            "ord", "m");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST_SHOWN = 200;

    /** Words of one sentence. */
    private static final int LONGEST = 80;

    private final String text;
    private final List<String> lower = new ArrayList<>();
    private final List<List<Mark>> marks = new ArrayList<>();
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int[] sentences = new int[32];

    Words(String text, Phrases phrases) {
        this.text = text;
        cut();
        for (int i = 0; i < size(); i++) {
            marks.add(null);
        }
        for (int i = 0; i < size(); i++) {
            phrases.mark(this, i);
        }
    }

    private void cut() {
        int at = 0;
        int sentence = 0;
        while (at < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(at))) {
                if (endsSentence(at)) {
                    sentence++;
                }
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.length() && isWithinWord(end)) {
                end++;
            }
            if (isTooLong(sentence)) {
                sentence++;
            }
            append(at, end, sentence);
            at = end;
        }
    }

    /** Nobody means a sentence without end; to look through one for every word in it would take long. */
    private boolean isTooLong(int sentence) {
        int first = lower.size() - LONGEST;
        return first >= 0 && sentences[first] == sentence;
    }

    private void append(int start, int end, int sentence) {
        int i = lower.size();
        if (i == starts.length) {
            starts = Arrays.copyOf(starts, 2 * i);
            ends = Arrays.copyOf(ends, 2 * i);
            sentences = Arrays.copyOf(sentences, 2 * i);
        }
        starts[i] = start;
        ends[i] = end;
        sentences[i] = sentence;
        lower.add(text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    private boolean isWithinWord(int at) {
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        boolean joins = c == '-' || c == '\'' || c == '’' || c == '_';
        return joins && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private boolean endsSentence(int at) {
        char c = text.charAt(at);
        if (c == '\n') {
            int before = at - 1;
            while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\r')) {
                before--;
            }
            return before >= 0 && text.charAt(before) != ':' && text.charAt(before) != ',';
        }
        if (c == '!' || c == '?' || c == '…') {
            return true;
        }
        return c == '.'
                && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)))
                && !isShortening(at);
    }

    /** A full stop behind a shortened word, or behind a number that goes on (24. joulukuuta, 24.11. mennessä). */
    private boolean isShortening(int at) {
        int last = lower.size() - 1;
        if (last < 0 || ends[last] != at) {
            return false;
        }
        if (SHORTENED.contains(lower.get(last))) {
            return true;
        }
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean goesOn = next < text.length() && Character.isLowerCase(text.charAt(next));
        return goesOn && Character.isDigit(text.charAt(at - 1)) && ends[last] - starts[last] <= 4;
    }

    void add(Mark mark) {
        for (int i = mark.from(); i <= mark.to(); i++) {
            if (marks.get(i) == null) {
                marks.set(i, new ArrayList<>(3));
            }
            marks.get(i).add(mark);
        }
    }

    String text() {
        return text;
    }

    int size() {
        return lower.size();
    }

    String lower(int i) {
        return lower.get(i);
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    int sentence(int i) {
        return sentences[i];
    }

    /** The sentence of a word in one line, cut where it is long. */
    String sentence(int at, CharSequence shown) {
        int first = at;
        int last = at;
        while (inOneSentence(first - 1, at)) {
            first--;
        }
        while (inOneSentence(last + 1, at)) {
            last++;
        }
        var sentence = SPACE.matcher(shown.subSequence(starts[first], ends[last]))
                .replaceAll(" ")
                .strip();
        return sentence.length() <= LONGEST_SHOWN ? sentence : sentence.substring(0, LONGEST_SHOWN - 1) + "…";
    }

    boolean inOneSentence(int i, int other) {
        return i >= 0 && other >= 0 && i < size() && other < size() && sentences[i] == sentences[other];
    }

    /** The word that holds a place in the text, else the first one behind it. */
    int at(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean is(int i, Tag tag) {
        return mark(i, tag) != null;
    }

    /** The longest phrase of this meaning that a word belongs to; null when there is none. */
    Mark mark(int i, Tag tag) {
        if (i < 0 || i >= size() || marks.get(i) == null) {
            return null;
        }
        Mark best = null;
        for (var mark : marks.get(i)) {
            if (mark.tag() == tag && (best == null || mark.to() - mark.from() > best.to() - best.from())) {
                best = mark;
            }
        }
        return best;
    }

    List<Mark> marks(int i) {
        return marks.get(i) == null ? List.of() : marks.get(i);
    }

    /** What stands between two words that follow each other. */
    String gap(int i) {
        return text.substring(ends[i], i + 1 < size() ? starts[i + 1] : text.length());
    }

    boolean isCapitalised(int i) {
        return Character.isUpperCase(text.charAt(starts[i]));
    }

    boolean hasDigit(int i) {
        var word = lower.get(i);
        for (int c = 0; c < word.length(); c++) {
            if (word.charAt(c) >= '0' && word.charAt(c) <= '9') {
                return true;
            }
        }
        return false;
    }
}
