/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reads what a text says about its writer. Texts longer than a few pages are read up to there. */
public final class FactReader {
    /** Chars read of one text. */
    static final int SCANNED = 20_000;

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
            return new Reading(List.of(), null, List.of());
        }
        var own = OwnText.of(text.length() > SCANNED ? text.substring(0, SCANNED) : text);
        var passage = new Passage(own, day, phrases);
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
        return new Reading(passage.found(), language.of(passage.words()), passage.secrets());
    }
}
