/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.regex.Pattern;

/** Days as people say them: tomorrow, ensi tiistaina, i fredags, in three days; seen from the day of the message. */
final class SpokenDates {
    /** "Next Friday" said on a Monday: most mean the one of next week. Finnish "ensi" is the coming one. */
    private static final Set<String> OF_NEXT_WEEK = Set.of("next", "nästa");

    private static final Set<String> UNTIL = Set.of("to", "till", "through", "thru", "until");
    private static final Pattern BY = Pattern.compile(".*ksi|.*lle");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private SpokenDates() {}

    static void read(Passage passage) {
        var words = passage.words();
        for (int i = 0; i < words.size(); i++) {
            var offset = words.mark(i, Tag.DAY_OFFSET);
            if (offset != null && offset.from() == i) {
                add(passage, i, offset.to(), passage.day().plusDays(Integer.parseInt(offset.value())), 0.9);
            } else if (words.is(i, Tag.WEEKDAY) && isFree(passage, i, i)) {
                weekday(passage, i);
            } else if (words.is(i, Tag.DAYS_WORD) || words.is(i, Tag.WEEKS_WORD)) {
                distance(passage, i);
            }
        }
    }

    private static void weekday(Passage passage, int i) {
        var words = passage.words();
        var day = DayOfWeek.of(Integer.parseInt(words.mark(i, Tag.WEEKDAY).value()));
        var today = passage.day();
        if (isEvery(words, i) || isRange(words, i) || isNow(words, i) && day == today.getDayOfWeek()) {
            return;
        }
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (isNear(words, i, Tag.NEXT_WEEK)) {
            add(passage, i, i, monday.plusWeeks(1).with(day), 0.9);
        } else if (isNear(words, i, Tag.LAST_WEEK)) {
            add(passage, i, i, monday.minusWeeks(1).with(day), 0.9);
        } else if (words.is(i - 1, Tag.LAST) || words.is(i, Tag.WEEKDAY_GONE)) {
            add(passage, i, i, today.with(TemporalAdjusters.previous(day)), 0.9);
        } else if (words.is(i - 1, Tag.NEXT) && OF_NEXT_WEEK.contains(words.lower(i - 1))) {
            boolean stillThisWeek = day.compareTo(today.getDayOfWeek()) > 0;
            add(passage, i, i, monday.plusWeeks(1).with(day), stillThisWeek ? 0.6 : 0.9);
        } else {
            bare(passage, i, day);
        }
    }

    private static void bare(Passage passage, int i, DayOfWeek day) {
        var words = passage.words();
        boolean ahead = words.is(i - 1, Tag.NEXT)
                || words.is(i - 1, Tag.THIS)
                || BY.matcher(words.lower(i)).matches();
        boolean gone = !ahead && Tense.of(words, i) == Tense.PAST;
        var today = passage.day();
        add(passage, i, i, today.with(gone ? TemporalAdjusters.previous(day) : TemporalAdjusters.next(day)), 0.8);
    }

    private static boolean isEvery(Words words, int i) {
        return words.inOneSentence(i - 1, i) && words.is(i - 1, Tag.EVERY);
    }

    /** "Monday to Friday" are opening hours. */
    private static boolean isRange(Words words, int i) {
        boolean before = words.is(i - 2, Tag.WEEKDAY) && UNTIL.contains(words.lower(i - 1));
        boolean after = words.is(i + 2, Tag.WEEKDAY) && UNTIL.contains(words.lower(i + 1));
        boolean dashBefore = words.is(i - 1, Tag.WEEKDAY) && words.gap(i - 1).matches("\\s*[-–—]\\s*");
        boolean dashAfter = words.is(i + 1, Tag.WEEKDAY) && words.gap(i).matches("\\s*[-–—]\\s*");
        return before
                || after
                || dashBefore
                || dashAfter
                || words.is(i - 1, Tag.DAY_RANGE)
                || words.is(i + 1, Tag.DAY_RANGE);
    }

    /** "It is Wednesday already." */
    private static boolean isNow(Words words, int i) {
        return ContextRule.within(words, i - 1, -1, 2, Tag.COPULA);
    }

    private static boolean isNear(Words words, int i, Tag tag) {
        return ContextRule.within(words, i - 1, -1, 1, tag) && words.inOneSentence(i - 1, i)
                || words.inOneSentence(i + 1, i) && words.is(i + 1, tag);
    }

    /** "kahden viikon päästä", "in 3 days", "för en vecka sedan". */
    private static void distance(Passage passage, int i) {
        var words = passage.words();
        int amount = amount(words, i - 1);
        int from = amount > 0 && words.inOneSentence(i - 1, i) ? i - 1 : i;
        int days = Math.max(amount, 1) * (words.is(i, Tag.WEEKS_WORD) ? 7 : 1);
        boolean ahead = words.inOneSentence(i + 1, i) && words.is(i + 1, Tag.AHEAD);
        boolean ago = words.inOneSentence(i + 1, i) && words.is(i + 1, Tag.AGO);
        boolean in = from < i && words.inOneSentence(from - 1, i) && words.is(from - 1, Tag.IN);
        if (ago) {
            add(passage, from, i + 1, passage.day().minusDays(days), 0.8);
        } else if (ahead || (in && Tense.of(words, i) != Tense.PAST)) {
            add(passage, in ? from - 1 : from, ahead ? i + 1 : i, passage.day().plusDays(days), 0.8);
        }
    }

    private static int amount(Words words, int i) {
        if (i < 0) {
            return 0;
        }
        var numeral = words.mark(i, Tag.NUMERAL);
        if (numeral != null) {
            return Integer.parseInt(numeral.value());
        }
        return NUMBER.matcher(words.lower(i)).matches() ? Integer.parseInt(words.lower(i)) : 0;
    }

    private static boolean isFree(Passage passage, int from, int to) {
        return passage.isFree(passage.words().start(from), passage.words().end(to));
    }

    private static void add(Passage passage, int from, int to, LocalDate date, double confidence) {
        var words = passage.words();
        if (isFree(passage, from, to)
                && !ContextRule.isExample(words, from, to)
                && !ContextRule.isDenied(words, from)) {
            passage.add(CalendarDates.KIND, date.toString(), words.start(from), words.end(to), confidence);
        }
    }
}
