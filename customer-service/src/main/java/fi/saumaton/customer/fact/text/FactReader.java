/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads what a text says about its writer. Texts longer than a few pages are read up to there. */
public final class FactReader {
    /** Chars read of one text. */
    static final int SCANNED = 10_000;

    /** Chars; what is longer says by itself what its numbers are. */
    private static final int LONGEST_ANSWER = 60;

    private final Phrases phrases = new Phrases();
    private final ContactDetails contacts;
    private final LabelledNumbers numbers;
    private final NamedThings things;
    private final LanguageRule language = new LanguageRule(Yaml.resource("/facts/languages.yaml"));

    /** @param region ISO 3166 code of the country whose telephone numbers people write without a country code */
    public FactReader(CompanyFile company, String region) {
        addWords(Yaml.resource("/facts/words.yaml"));
        company.addTo(phrases);
        contacts = new ContactDetails(company.own(), region);
        numbers = new LabelledNumbers(company);
        things = new NamedThings(company);
    }

    private void addWords(Map<String, Object> words) {
        for (var tag : Tag.values()) {
            var entry = words.get(tag.key());
            if (entry instanceof Map<?, ?> byValue) {
                byValue.forEach((value, list) -> phrases.add(tag, value.toString(), list.toString()));
            } else if (entry != null) {
                phrases.add(tag, null, entry.toString());
            }
        }
    }

    /**
     * Reads a text.
     *
     * @param day the day on which it was written, in the company's time zone: "tomorrow" is the one after it
     */
    public Reading read(String text, LocalDate day) {
        if (text == null || text.isBlank()) {
            return new Reading(List.of(), null, null, List.of());
        }
        var passage = passage(text, day);
        contacts.emails(passage);
        things.devices(passage);
        if (passage.hasNumbers()) {
            CheckedNumbers.read(passage);
            CalendarDates.read(passage);
            contacts.phones(passage);
            PostalAddresses.read(passage);
            numbers.read(passage);
        }
        things.products(passage);
        SpokenDates.read(passage);
        return new Reading(passage.found(), MatterRule.read(passage), language.of(passage.words()), passage.secrets());
    }

    /**
     * What a short text says that answers a question: "10023" alone is an order number only because one was asked for.
     *
     * @param asked the kinds that were asked for just before
     */
    public List<Found> answer(String text, Collection<String> asked) {
        if (asked.isEmpty() || !mayAnswer(text)) {
            return List.of();
        }
        return numbers.answer(passage(text, LocalDate.EPOCH), asked);
    }

    /** Short, and with a number in it. */
    public static boolean mayAnswer(String text) {
        return text != null && text.length() <= LONGEST_ANSWER && text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /** What a text of the company's own promises; dates as {@link #read}. */
    public List<Promised> promises(String text, LocalDate day) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var passage = passage(text, day);
        if (passage.hasNumbers()) {
            CalendarDates.read(passage);
        }
        SpokenDates.read(passage);
        return PromiseRule.read(passage);
    }

    private Passage passage(String text, LocalDate day) {
        return new Passage(OwnText.of(text.length() > SCANNED ? text.substring(0, SCANNED) : text), day, phrases);
    }
}
