/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What our own words promise: "toimitus perjantaina", "inom tre arbetsdagar", "within 2–4 days". */
final class PromiseRule {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private PromiseRule() {}

    /** @param passage with its dates found */
    static List<Promised> read(Passage passage) {
        var words = passage.words();
        List<Promised> promised = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            var subject = words.mark(i, Tag.SUBJECT);
            if (subject != null && subject.from() == i && isPromise(words, i)) {
                var due = due(passage, i);
                if (due != null
                        && promised.stream()
                                .noneMatch(one -> one.subject().equals(subject.value())
                                        && one.due().equals(due))) {
                    promised.add(new Promised(subject.value(), due, passage.sentence(i), 0.8));
                }
            }
        }
        return promised;
    }

    /** No question, nothing denied, nothing that has happened. */
    private static boolean isPromise(Words words, int i) {
        int last = i;
        while (words.inOneSentence(last + 1, i)) {
            last++;
        }
        boolean question = words.gap(last).stripLeading().startsWith("?");
        boolean denied = false;
        for (int w = last; words.inOneSentence(w, i); w--) {
            denied |= words.is(w, Tag.NO_PROMISE);
        }
        return !question && !denied && Tense.of(words, i) != Tense.PAST;
    }

    private static LocalDate due(Passage passage, int at) {
        var words = passage.words();
        var dates = passage.found().stream()
                .filter(found ->
                        found.kind().equals(CalendarDates.KIND) && words.inOneSentence(words.at(found.start()), at))
                .map(found -> LocalDate.parse(found.value()))
                .filter(date -> !date.isBefore(passage.day()))
                .max(LocalDate::compareTo);
        return dates.orElseGet(() -> within(passage, at));
    }

    /** "within 2–4 working days": the last of them. */
    private static LocalDate within(Passage passage, int at) {
        var words = passage.words();
        for (int i = 0; i < words.size(); i++) {
            boolean unit = words.is(i, Tag.DAYS_WORD)
                    || words.is(i, Tag.WEEKS_WORD)
                    || words.is(i, Tag.WORKING_DAYS)
                    || words.is(i, Tag.HOURS_WORD);
            if (unit && words.inOneSentence(i, at) && isLimit(words, i)) {
                int amount = amount(words, i);
                if (amount > 0) {
                    return after(passage.day(), amount, words, i);
                }
            }
        }
        return null;
    }

    private static boolean isLimit(Words words, int i) {
        boolean inCase = words.lower(i).matches(".*(?:ssa|ssä)");
        return inCase
                || ContextRule.within(words, i - 1, -1, 4, Tag.WITHIN)
                || words.inOneSentence(i + 1, i) && words.is(i + 1, Tag.WITHIN);
    }

    private static int amount(Words words, int unit) {
        for (int i = unit - 1; i >= unit - 2 && words.inOneSentence(i, unit); i--) {
            var word = words.lower(i).replaceFirst("^\\d{1,2}-(?=\\d)", "");
            if (NUMBER.matcher(word).matches()) {
                return Integer.parseInt(word);
            }
            if (words.mark(i, Tag.NUMERAL) != null) {
                return Integer.parseInt(words.mark(i, Tag.NUMERAL).value());
            }
        }
        return words.lower(unit).startsWith("viikon") ? 1 : 0;
    }

    private static LocalDate after(LocalDate day, int amount, Words words, int unit) {
        if (words.is(unit, Tag.WEEKS_WORD)) {
            return day.plusWeeks(amount);
        }
        if (words.is(unit, Tag.HOURS_WORD)) {
            return day.plusDays((amount + 23) / 24);
        }
        boolean working = words.is(unit, Tag.WORKING_DAYS) || words.is(unit - 1, Tag.WORKING_DAYS);
        return working ? workingDays(day, amount) : day.plusDays(amount);
    }

    private static LocalDate workingDays(LocalDate day, int amount) {
        var due = day;
        for (int left = amount; left > 0; ) {
            due = due.plusDays(1);
            left -= due.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? 1 : 0;
        }
        return due;
    }
}
