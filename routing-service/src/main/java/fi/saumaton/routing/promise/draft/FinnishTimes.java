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

/** Times in Finnish; what is longer stands first. */
final class FinnishTimes {
    private static final String[] DAYS = {
        "maanantai", "tiistai", "keskiviik", "torstai", "perjantai", "lauantai", "sunnuntai"
    };
    private static final String[] MONTHS = {
        "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"
    };
    private static final String UNIT = "(minuutin|tunnin|arkipäivän|työpäivän|päivän|vuorokauden|viikon|kuukauden)";

    private FinnishTimes() {}

    static List<TimeWord> all() {
        List<TimeWord> words = new ArrayList<>(List.of(
                TimeWord.hint("\\b(?:mennessä|viimeistään|ennen|loppuun\\b)", (found, when) -> when.deadline()),
                TimeWord.of("\\bylihuomen\\w*|\\bylihuomiseen\\b", (found, when) -> when.inDays(2)),
                TimeWord.hint(
                        "\\bhuom(?:enna|iseen|isen|isaamu\\w*|isiltapäiv\\w*|enissa)\\b",
                        (found, when) -> when.inDays(1)),
                TimeWord.of(
                        "\\btänään\\b|\\btämän\\s+päivän\\b|\\bpäivän\\s+päätteeksi\\b|\\btän(?:ä)?\\s+iltana\\b",
                        (found, when) -> when.day(when.today())),
                TimeWord.of(
                        "\\bensi\\s+viikon\\s+al(?:ku\\w*|ussa)\\b|\\bensi\\s+alkuviiko\\w*",
                        (found, when) -> when.nextWeek(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)),
                TimeWord.of("\\balkuviiko\\w*", (found, when) -> when.nextWeek(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)),
                TimeWord.of(
                        "\\b(?:ensi|seuraava\\w*)\\s+viiko\\w*",
                        (found, when) -> when.nextWeek(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                TimeWord.of(
                        "\\b(?:tällä\\s+viikolla|tämän\\s+viikon|kuluvan\\s+viikon|viikon\\s+lop\\w*|loppuviiko\\w*|vielä\\s+viikon)",
                        (found, when) -> when.thisWeek()),
                TimeWord.of("\\bensi\\s+kuu(?:ssa|n)\\b", (found, when) -> when.endOfMonth(1)),
                TimeWord.of(
                        "\\b(?:tämän\\s+)?(?:kuun|kuukauden)\\s+lop\\w*|\\bkuunvaihte\\w*|\\bkuun\\s+vaihte\\w*",
                        (found, when) -> when.endOfMonth(0)),
                TimeWord.of(
                        "\\bpuolen\\s+tunnin\\s+(?:sisällä|kuluessa|aikana|päästä|kuluttua)",
                        (found, when) -> when.within(Duration.ofMinutes(30))),
                TimeWord.of(
                        "\\bvartin\\s+(?:sisällä|kuluessa|aikana|päästä|kuluttua)",
                        (found, when) -> when.within(Duration.ofMinutes(15))),
                TimeWord.of(
                        "(?:\\b" + Numbers.WORDS + "\\s+)?\\b" + UNIT + "\\s+(?:sisällä|sisään|kuluessa|aikana)\\b",
                        Units::within),
                TimeWord.of("(?:\\b" + Numbers.WORDS + "\\s+)?\\b" + UNIT + "\\s+(?:kuluttua|päästä)\\b", Units::after),
                TimeWord.hint(
                        "(?:aamupäiv\\w*|\\bap\\.?\\b|aamulla|aamusta|aamuna|\\bhuomisaamu\\w*|puoleenpäivään|puoltapäivää)",
                        (found, when) -> when.forenoon()),
                TimeWord.hint("(?:iltapäiv\\w*|\\bip\\.?\\b)", (found, when) -> when.afternoon()),
                TimeWord.hint("\\b(?:illalla|illaksi|iltana|illan)\\b", (found, when) -> when.evening()),
                TimeWord.of(
                        "\\b(?:kello|klo)\\.?\\s*(\\d{1,2})(?:[.:](\\d{2}))?\\s*(?:-|–|ja)\\s*(\\d{1,2})(?:[.:](\\d{2}))?()",
                        Units::clocks),
                TimeWord.of("\\b(?:kello|klo)\\.?\\s*(\\d{1,2})(?:[.:](\\d{2}))?", Units::clock),
                TimeWord.of("\\b(\\d{1,2})\\.(1[0-2]|0?[1-9])\\.(\\d{4})?", Units::date),
                TimeWord.of(
                        "\\b(\\d{1,2})\\.\\s*päivä\\w*",
                        (found, when) -> when.date(Integer.parseInt(found.group(1)), null, null)),
                TimeWord.hint(
                        "\\b(?:pian|piakkoin|lähiaikoina|lähipäivinä|hetken\\s+(?:päästä|kuluttua)|mahdollisimman\\s+nopeasti)\\b",
                        (found, when) -> when.soon())));
        for (int n = 0; n < DAYS.length; n++) {
            DayOfWeek day = DayOfWeek.of(n + 1);
            words.add(TimeWord.hint(
                    "\\b" + DAYS[n] + "(?:na|hin|ksi|n|kona|koon|koksi|kon|)(?:aamu\\w*|iltapäiv\\w*)?\\b",
                    (found, when) -> when.weekday(day)));
        }
        for (int n = 0; n < MONTHS.length; n++) {
            int month = n + 1;
            words.addFirst(TimeWord.of("\\b" + MONTHS[n] + "kuun\\s+lop\\w*", (found, when) -> when.endOf(month)));
            words.add(TimeWord.of(
                    "\\b(\\d{1,2})\\.?\\s*" + MONTHS[n] + "kuu\\w*",
                    (found, when) -> when.date(Integer.parseInt(found.group(1)), month, null)));
        }
        return List.copyOf(words);
    }
}
