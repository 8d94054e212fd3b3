/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times in English; what is longer stands first. */
final class EnglishTimes {
    private static final String[] DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    private static final String[] MONTHS = {
        "jan(?:uary)?",
        "feb(?:ruary)?",
        "mar(?:ch)?",
        "apr(?:il)?",
        "may",
        "june?",
        "july?",
        "aug(?:ust)?",
        "sept?(?:ember)?",
        "oct(?:ober)?",
        "nov(?:ember)?",
        "dec(?:ember)?"
    };
    private static final String UNIT = "(minutes?|hours?|hrs?|(?:working|business)\\s+days?|days?|weeks?|months?)";
    private static final String HALF = "(am|pm|a\\.m\\.|p\\.m\\.)";

    private EnglishTimes() {}

    static List<TimeWord> all() {
        List<TimeWord> words = new ArrayList<>(List.of(
                TimeWord.hint(
                        "\\bby\\s+(?=\\d|the\\s+(?:end|close|start|beginning|\\d)|end|close|tomorrow|tonight|noon|midday|lunch|next|this|early|late|(?:"
                                + String.join("|", DAYS) + "|" + String.join("|", MONTHS)
                                + ")\\b)|\\b(?:before|until|no\\s+later\\s+than|at\\s+the\\s+latest|latest)\\b",
                        (found, when) -> when.deadline()),
                TimeWord.of(
                        "\\b(?:with)?in\\s+(?:the\\s+next\\s+)?half\\s+an\\s+hour\\b",
                        (found, when) -> when.within(Duration.ofMinutes(30))),
                TimeWord.of(
                        "\\b(?:with)?in\\s+a\\s+quarter\\s+of\\s+an\\s+hour\\b",
                        (found, when) -> when.within(Duration.ofMinutes(15))),
                TimeWord.of(
                        "\\b(?:within|inside|in\\s+under|in\\s+less\\s+than)\\s+(?:the\\s+(?:next\\s+)?)?(?:"
                                + Numbers.WORDS + "\\s+)?" + UNIT + "\\b",
                        Units::within),
                TimeWord.of("\\bin\\s+the\\s+next\\s+" + Numbers.WORDS + "\\s+" + UNIT + "\\b", Units::within),
                TimeWord.of("\\bin\\s+" + Numbers.WORDS + "\\s+" + UNIT + "\\b", Units::after),
                TimeWord.of("\\b" + Numbers.WORDS + "\\s+" + UNIT + "\\s+from\\s+(?:now|today)\\b", Units::after),
                TimeWord.of("\\b(?:the\\s+)?day\\s+after\\s+tomorrow\\b", (found, when) -> when.inDays(2)),
                TimeWord.hint("\\btomorrow\\b", (found, when) -> when.inDays(1)),
                TimeWord.hint(
                        "\\btoday\\b|\\btonight\\b|\\bthis\\s+(?:morning|afternoon|evening)\\b|\\bend\\s+of\\s+(?:the\\s+|business\\s+)?day\\b|\\bclose\\s+of\\s+business\\b|\\beod\\b",
                        (found, when) -> when.day(when.today())),
                TimeWord.of(
                        "\\b(?:early|(?:at\\s+)?the\\s+(?:beginning|start)\\s+of|first\\s+thing)\\s+next\\s+week\\b",
                        (found, when) -> when.nextWeek(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)),
                TimeWord.of("\\bnext\\s+week\\b", (found, when) -> when.nextWeek(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                TimeWord.of(
                        "\\bend\\s+of\\s+(?:the|this)\\s+week\\b|\\b(?:later\\s+)?this\\s+week\\b|\\bweek\\s+is\\s+out\\b",
                        (found, when) -> when.thisWeek()),
                TimeWord.of("\\bnext\\s+month\\b", (found, when) -> when.endOfMonth(1)),
                TimeWord.of(
                        "\\bend\\s+of\\s+(?:the|this)\\s+month\\b|\\bmonth['’]s\\s+end\\b|\\bmonth\\s+is\\s+out\\b",
                        (found, when) -> when.endOfMonth(0)),
                TimeWord.hint(
                        "\\bmorning\\b|\\bnoon\\b|\\bmidday\\b|\\blunch(?:time)?\\b", (found, when) -> when.forenoon()),
                TimeWord.hint("\\bafternoon\\b", (found, when) -> when.afternoon()),
                TimeWord.hint("\\bevening\\b|\\btonight\\b", (found, when) -> when.evening()),
                TimeWord.of("(?<!at\\s)\\b(\\d{1,2})[./](1[0-2]|0?[1-9])\\b[./]?(\\d{4})?", Units::date),
                TimeWord.of(
                        "\\bthe\\s+(\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s+(?:of\\s+)?(?:" + String.join("|", MONTHS)
                                + ")\\b)",
                        (found, when) -> when.date(Integer.parseInt(found.group(1)), null, null)),
                TimeWord.of(
                        "\\b(?:between|from)?\\s*(\\d{1,2})(?:[.:](\\d{2}))?\\s*(?:-|–|and|to)\\s*(\\d{1,2})(?:[.:](\\d{2}))?\\s*"
                                + HALF + "?(?=\\W|$)",
                        Units::clocks),
                TimeWord.of("\\b(\\d{1,2})(?:[.:](\\d{2}))?\\s*" + HALF + "(?=\\W|$)", Units::clock),
                TimeWord.of(
                        "\\b(?:at|by|before|until)\\s+(\\d{1,2})(?:[.:](\\d{2}))?\\b(?!\\s*(?:st|nd|rd|th|[./]|"
                                + String.join("|", MONTHS) + "))()",
                        Units::clock),
                TimeWord.hint(
                        "\\b(?:shortly|soon|as\\s+soon\\s+as\\s+possible|asap|right\\s+away|in\\s+a\\s+moment)\\b",
                        (found, when) -> when.soon())));
        for (int n = 0; n < DAYS.length; n++) {
            DayOfWeek day = DayOfWeek.of(n + 1);
            words.add(TimeWord.hint("\\b" + DAYS[n] + "\\b", (found, when) -> when.weekday(day)));
        }
        for (int n = 0; n < MONTHS.length; n++) {
            int month = n + 1;
            words.addFirst(TimeWord.of("\\bend\\s+of\\s+" + MONTHS[n] + "\\b", (found, when) -> when.endOf(month)));
            words.add(TimeWord.of(
                    "\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTHS[n] + "\\b",
                    (found, when) -> when.date(Integer.parseInt(found.group(1)), month, null)));
            words.add(TimeWord.of(
                    "\\b" + MONTHS[n] + "\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\b",
                    (found, when) -> when.date(Integer.parseInt(found.group(1)), month, null)));
        }
        return List.copyOf(words);
    }
}
