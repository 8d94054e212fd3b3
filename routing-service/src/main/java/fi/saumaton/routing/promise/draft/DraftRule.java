/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

import fi.saumaton.routing.promise.Window;
import fi.saumaton.routing.promise.calendar.WorkingCalendar;

/**
 * Finds promises in a text. A sentence promises when somebody of ours binds themselves in a clause of it, without
 * negation, condition or question, and it names a time (or the words promise by themselves, as "I'll get back to you").
 */
public final class DraftRule {
    private static final List<Lexicon> LANGUAGES = List.of(Finnish.lexicon(), Swedish.lexicon(), English.lexicon());
    private static final int MOST = 10;

    private DraftRule() {}

    /**
     * The promises of a text, in its order.
     *
     * @param now when it is said
     * @param calendar days, weeks and working hours are those of its time zone
     */
    public static List<Draft> drafts(String text, Instant now, WorkingCalendar calendar) {
        List<Draft> found = new ArrayList<>();
        for (String sentence : Sentences.of(text)) {
            if (found.size() < MOST && !sentence.endsWith("?")) {
                first(sentence, now, calendar).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Draft> first(String sentence, Instant now, WorkingCalendar calendar) {
        for (Lexicon language : LANGUAGES) {
            Optional<Draft> draft = in(language, sentence, now, calendar);
            if (draft.isPresent()) {
                return draft;
            }
        }
        return Optional.empty();
    }

    private static Optional<Draft> in(Lexicon language, String sentence, Instant now, WorkingCalendar calendar) {
        if (language.condition().matcher(sentence).find()
                || language.reported().matcher(sentence).find()) {
            return Optional.empty();
        }
        for (String part : language.but().split(sentence)) {
            for (String clause : Sentences.clauses(part)) {
                Optional<Draft> draft = in(language, clause, part, sentence, now, calendar);
                if (draft.isPresent()) {
                    return draft;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Draft> in(
            Lexicon language, String clause, String part, String sentence, Instant now, WorkingCalendar calendar) {
        if (language.negation().matcher(clause).find()) {
            return Optional.empty();
        }
        for (Promising promising : language.promising()) {
            Matcher said = promising.words().matcher(clause);
            if (said.find()) {
                List<String> words = new ArrayList<>(List.of(said.group().strip()));
                When when = when(language, clause, part, now, calendar, words);
                if (when.stated() || !promising.needsTime()) {
                    return when.window().map(window -> draft(promising, window, sentence, words, language, when));
                }
            }
        }
        return Optional.empty();
    }

    private static Draft draft(
            Promising promising, Window window, String sentence, List<String> words, Lexicon language, When when) {
        return new Draft(
                promising.kind(), window, sentence.strip(), List.copyOf(words), language.code(), when.stated());
    }

    /** The clause's own time, else that of the part it stands in: "Tomorrow morning, I'll call you". */
    private static When when(
            Lexicon language, String clause, String part, Instant now, WorkingCalendar calendar, List<String> words) {
        List<String> own = new ArrayList<>();
        When when = read(language, clause, new When(now, calendar), own);
        if (!when.stated() && !clause.equals(part)) {
            own.clear();
            when = read(language, part, new When(now, calendar), own);
        }
        words.addAll(own);
        return when;
    }

    private static When read(Lexicon language, String text, When when, List<String> words) {
        StringBuilder left = new StringBuilder(text);
        for (TimeWord word : language.times()) {
            Matcher found = word.words().matcher(left.toString());
            if (found.find()) {
                word.meaning().accept(found, when);
                words.add(found.group().strip());
                if (word.used()) {
                    left.replace(found.start(), found.end(), " ".repeat(found.end() - found.start()));
                }
            }
        }
        return when;
    }
}
