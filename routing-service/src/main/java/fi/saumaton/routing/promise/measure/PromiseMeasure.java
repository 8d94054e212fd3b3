/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import fi.saumaton.routing.promise.calendar.Hours;
import fi.saumaton.routing.promise.calendar.WorkingCalendar;
import fi.saumaton.routing.promise.draft.Draft;
import fi.saumaton.routing.promise.draft.DraftRule;

/**
 * {@code promises FILE… [--mistakes]}: reads labelled sentences with the rule that serves, and prints one line of figures.
 * All of them are said on Wednesday 18 November 2026 at 10:30 in Helsinki, to people who work from eight to four.
 */
public final class PromiseMeasure {
    static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");
    static final Instant SAID =
            ZonedDateTime.of(2026, 11, 18, 10, 30, 0, 0, ZONE).toInstant();
    private static final String MISTAKES = "--mistakes";

    private PromiseMeasure() {}

    /**
     * What was found.
     *
     * @param dated of those found rightly, how many have the right day, and time where one was said
     */
    record Count(int sentences, int promises, int found, int right, int dated) {
        double recall() {
            return ratio(right, promises);
        }

        double precision() {
            return ratio(right, found);
        }

        double dateRight() {
            return ratio(dated, right);
        }

        private static double ratio(int part, int whole) {
            return whole == 0 ? 1 : (double) part / whole;
        }

        String json(String name) {
            return String.format(
                    Locale.ROOT,
                    "\"%s\":{\"sentences\":%d,\"promises\":%d,\"recall\":%.3f,\"precision\":%.3f,\"dateRight\":%.3f}",
                    name,
                    sentences,
                    promises,
                    recall(),
                    precision(),
                    dateRight());
        }

        Count plus(Count other) {
            return new Count(
                    sentences + other.sentences,
                    promises + other.promises,
                    found + other.found,
                    right + other.right,
                    dated + other.dated);
        }
    }

    public static void main(String[] args) {
        boolean shown = List.of(args).contains(MISTAKES);
        List<String> parts = new ArrayList<>();
        Count all = new Count(0, 0, 0, 0, 0);
        try {
            for (String name : args) {
                if (!name.equals(MISTAKES)) {
                    Path file = Path.of(name);
                    Count count = measure(LabelledSentence.read(file), shown);
                    parts.add(count.json(file.getFileName().toString().replace(".tsv", "")));
                    all = all.plus(count);
                }
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        parts.addFirst(all.json("all"));
        System.out.println("{\"measure\":\"promises\"," + String.join(",", parts) + "}");
    }

    static Count measure(List<LabelledSentence> sentences, boolean shown) {
        int found = 0;
        int right = 0;
        int dated = 0;
        for (LabelledSentence sentence : sentences) {
            List<Draft> drafts = DraftRule.drafts(sentence.text(), SAID, office());
            boolean any = !drafts.isEmpty();
            boolean date = any && sentence.promises() && due(drafts.getFirst(), sentence.due());
            found += any ? 1 : 0;
            right += any && sentence.promises() ? 1 : 0;
            dated += date ? 1 : 0;
            if (shown && (any != sentence.promises() || any && !date)) {
                System.err.println(sentence + " → " + drafts);
            }
        }
        int promises =
                (int) sentences.stream().filter(LabelledSentence::promises).count();
        return new Count(sentences.size(), promises, found, right, dated);
    }

    /** The day on which it is late; where a time was said, one end of the window is it. */
    private static boolean due(Draft draft, String expected) {
        ZonedDateTime from = draft.window().from().atZone(ZONE);
        ZonedDateTime until = draft.window().until().atZone(ZONE);
        boolean day = until.toLocalDate().toString().equals(expected.substring(0, 10));
        if (expected.length() == 10) {
            return day;
        }
        LocalTime time = LocalTime.parse(expected.substring(11));
        return day && (minutes(until).equals(time) || minutes(from).equals(time));
    }

    private static LocalTime minutes(ZonedDateTime time) {
        return time.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    static WorkingCalendar office() {
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                week.put(day, new Hours(LocalTime.of(8, 0), LocalTime.of(16, 0)));
            }
        }
        return new WorkingCalendar(ZONE, week, Set.of());
    }
}
