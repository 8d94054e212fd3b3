/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates written with numbers or with the name of a month. */
final class CalendarDates {
    static final String KIND = "date";

    private static final Pattern ISO = Pattern.compile("(?<![\\w-])(20\\d{2})-(\\d{2})-(\\d{2})(?![\\w-])");
    private static final Pattern DOTTED = Pattern.compile(
            "(?<![\\w.,:/+-])(\\d{1,2})\\.[ ]?(\\d{1,2})(?:(\\.)[ ]?((?:20)?\\d{2})(?![\\w.]\\d|\\w)|(\\.)(?!\\d)|(?![\\w%€$:/]|[.,]\\d))");
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\w./])(\\d{1,2})/(\\d{1,2})(?:/(20\\d{2}|\\d{2}))?(?![\\w/])");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)");
    private static final Pattern BETWEEN = Pattern.compile("of|e|a|päivä|päivänä");
    private static final Pattern YEAR = Pattern.compile("20\\d{2}");
    private static final Pattern LEADS_TO_DATE = Pattern.compile(
            "den|till|senast|on|by|before|until|from|since|after|på|från|innan|efter|the|mennessä|asti|alkaen");

    private CalendarDates() {}

    static void read(Passage passage) {
        ISO.matcher(passage.text())
                .results()
                .forEach(match -> add(
                        passage,
                        match.start(),
                        match.end(),
                        date(number(match, 1), number(match, 2), number(match, 3))));
        DOTTED.matcher(passage.text()).results().forEach(match -> dotted(passage, match));
        SLASHED.matcher(passage.text()).results().forEach(match -> slashed(passage, match));
        var words = passage.words();
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, Tag.MONTH)) {
                named(passage, i, Integer.parseInt(words.mark(i, Tag.MONTH).value()));
            } else if (ORDINAL.matcher(words.lower(i)).matches() || isSwedishOrdinal(words, i)) {
                dayOnly(passage, i);
            }
        }
    }

    private static void dotted(Passage passage, MatchResult match) {
        if (!passage.isFree(match.start(), match.end())) {
            return;
        }
        int day = number(match, 1);
        int month = number(match, 2);
        boolean explicit = match.group(4) != null || match.group(5) != null;
        if (isOtherNumber(passage, match) || (!explicit && !looksLikeDate(passage, match, day))) {
            return;
        }
        var date = match.group(4) == null
                ? nearest(passage, match.start(), day, month)
                : date(year(match.group(4)), month, day);
        boolean fullStop =
                match.group(5) != null && match.end() == passage.text().length();
        add(passage, match.start(), fullStop ? match.end() - 1 : match.end(), date);
    }

    /** "klo 10.12", "version 2.10", "1.12 euroa". */
    private static boolean isOtherNumber(Passage passage, MatchResult match) {
        var words = passage.words();
        int first = words.at(match.start());
        int next = words.at(match.end() - 1) + 1;
        int before = first - 1;
        boolean named = words.inOneSentence(before, first)
                && (words.is(before, Tag.CLOCK) || words.is(before, Tag.OTHER_NUMBER));
        boolean counted = match.group(4) == null
                && match.group(5) == null
                && words.inOneSentence(next, first)
                && words.is(next, Tag.UNIT);
        return named
                || counted
                || isPriced(passage.text(), match)
                || "€$".indexOf(charBefore(passage.text(), match.start())) >= 0;
    }

    private static boolean isPriced(String text, MatchResult match) {
        int after = match.end();
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        return after < text.length() && "€$%".indexOf(text.charAt(after)) >= 0;
    }

    private static char charBefore(String text, int at) {
        return at == 0 ? ' ' : text.charAt(at - 1);
    }

    private static boolean looksLikeDate(Passage passage, MatchResult match, int day) {
        return day > 12 || match.group(2).length() == 2 || isLedTo(passage, match.start());
    }

    private static boolean isLedTo(Passage passage, int start) {
        var words = passage.words();
        int before = words.at(start) - 1;
        return before >= 0
                && (words.is(before, Tag.WEEKDAY)
                        || words.is(before, Tag.WEEKDAY_SHORT)
                        || LEADS_TO_DATE.matcher(words.lower(before)).matches());
    }

    private static void slashed(Passage passage, MatchResult match) {
        boolean withYear = match.group(3) != null;
        if (!passage.isFree(match.start(), match.end()) || (!withYear && !isLedTo(passage, match.start()))) {
            return;
        }
        int first = number(match, 1);
        int second = number(match, 2);
        int day = second > 12 ? second : first;
        int month = second > 12 ? first : second;
        var date = withYear ? date(year(match.group(3)), month, day) : nearest(passage, match.start(), day, month);
        add(passage, match.start(), match.end(), date);
    }

    /** "24. joulukuuta", "den 24 december 2026", "December 24th". */
    private static void named(Passage passage, int month, int number) {
        var words = passage.words();
        int before = month - 1;
        if (before >= 0 && BETWEEN.matcher(words.lower(before)).matches()) {
            before--;
        }
        if (words.inOneSentence(before, month) && dayOf(words, before) > 0) {
            named(passage, before, month, dayOf(words, before), number);
        } else if (words.inOneSentence(month + 1, month) && dayOf(words, month + 1) > 0 && !isCount(words, month + 1)) {
            named(passage, month, month + 1, dayOf(words, month + 1), number);
        }
    }

    private static void named(Passage passage, int from, int to, int day, int month) {
        var words = passage.words();
        boolean withYear =
                to + 1 < words.size() && YEAR.matcher(words.lower(to + 1)).matches();
        int last = withYear ? to + 1 : to;
        if (passage.isFree(words.start(from), words.end(last))) {
            var date = withYear
                    ? date(Integer.parseInt(words.lower(last)), month, day)
                    : nearest(passage, words.start(from), day, month);
            add(passage, words.start(from), words.end(last), date);
        }
    }

    /** "may 5 times", but not "syyskuun 14. päivä". */
    private static boolean isCount(Words words, int i) {
        return i + 1 < words.size() && words.gap(i).isBlank() && words.is(i + 1, Tag.UNIT);
    }

    private static int dayOf(Words words, int i) {
        var word = words.lower(i).replaceFirst("(?<=\\d)(?:st|nd|rd|th)$", "");
        return word.matches("\\d{1,2}") ? Integer.parseInt(word) : 0;
    }

    /** "den 25:e". */
    private static boolean isSwedishOrdinal(Words words, int i) {
        return i > 0
                && dayOf(words, i) > 0
                && words.lower(i - 1).equals("den")
                && words.gap(i).equals(":");
    }

    /** "Friday the 27th", "on the 27th", "den 25:e": of this month or the next. */
    private static void dayOnly(Passage passage, int i) {
        var words = passage.words();
        boolean led = i > 0 && words.lower(i - 1).equals("den")
                || i > 1
                        && words.lower(i - 1).equals("the")
                        && (words.is(i - 2, Tag.WEEKDAY)
                                || LEADS_TO_DATE.matcher(words.lower(i - 2)).matches());
        int day = dayOf(words, i);
        if (led && passage.isFree(words.start(i), words.end(i))) {
            var next = Stream.of(0, 1, 2)
                    .map(ahead -> passage.day().plusMonths(ahead))
                    .filter(month -> day <= month.lengthOfMonth())
                    .map(month -> month.withDayOfMonth(day))
                    .filter(date -> !date.isBefore(passage.day()));
            next.findFirst().ifPresent(date -> add(passage, words.start(i), words.end(i), date));
        }
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int year(String written) {
        return written.length() == 4 ? Integer.parseInt(written) : 2000 + Integer.parseInt(written);
    }

    /** Null when there is no such day. */
    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** A day without its year: the last one where the sentence tells of what was, else the nearest. */
    private static LocalDate nearest(Passage passage, int start, int day, int month) {
        var today = passage.day();
        var tense = Tense.of(passage.words(), passage.words().at(start));
        return Stream.of(-1, 0, 1)
                .map(years -> date(today.getYear() + years, month, day))
                .filter(date -> date != null
                        && (tense != Tense.PAST || !date.isAfter(today))
                        && (tense != Tense.FUTURE || !date.isBefore(today.minusMonths(2))))
                .min(Comparator.comparing(date -> Math.abs(ChronoUnit.DAYS.between(today, date))))
                .orElse(null);
    }

    private static void add(Passage passage, int start, int end, LocalDate date) {
        if (date == null || !passage.isFree(start, end)) {
            return;
        }
        var words = passage.words();
        int from = words.at(start);
        int to = words.at(end - 1);
        takeWeekday(passage, from);
        if (ContextRule.within(words, from - 1, -1, 5, Tag.BORN)
                || ContextRule.isExample(words, from, to)
                || ContextRule.isDenied(words, from)) {
            passage.take(start, end);
        } else {
            passage.add(KIND, date.toString(), start, end, 0.9);
        }
    }

    /** The weekday in front of a date says the same day once more. */
    private static void takeWeekday(Passage passage, int from) {
        var words = passage.words();
        for (int i = from - 1; i >= from - 2 && words.inOneSentence(i, from); i--) {
            if (words.is(i, Tag.WEEKDAY)) {
                passage.take(words.start(i), words.end(i));
            }
        }
    }
}
