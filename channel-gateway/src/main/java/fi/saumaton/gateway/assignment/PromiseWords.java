/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** What a customer is told when the time of a promise runs out: the truth, before it has. */
final class PromiseWords {
    private static final String DEFAULT = "en";
    private static final Map<String, Locale> LOCALES =
            Map.of("fi", Locale.forLanguageTag("fi-FI"), "sv", Locale.forLanguageTag("sv-FI"), DEFAULT, Locale.UK);
    private static final Map<String, String> TEXTS = Map.of(
            "fi",
            "Lupasimme palata sinulle viimeistään %s. Emme ole vielä ehtineet, ja voi olla, että myöhästymme. Asiaasi ei ole "
                    + "unohdettu: siitä on muistutettu meillä nimeltä.",
            "sv",
            "Vi lovade återkomma till dig senast %s. Vi har inte hunnit ännu, och det kan hända att vi blir sena. Ditt ärende "
                    + "är inte glömt: en namngiven person hos oss har påmints om det.",
            DEFAULT,
            "We promised to get back to you by %s. We have not managed to yet, and may be late. You are not forgotten: a "
                    + "named person of ours has been reminded.");
    private static final Map<String, String> TIMES =
            Map.of("fi", "EEEE d.M. 'klo' H.mm", "sv", "EEEE d.M. 'kl.' H.mm", DEFAULT, "EEEE d MMMM 'at' H:mm");

    private PromiseWords() {}

    /** @param language ISO 639-1; English for one that we have no words in, and for none */
    static String runningOut(String language, Instant until, ZoneId zone) {
        String known = language != null && TEXTS.containsKey(language) ? language : DEFAULT;
        var time = DateTimeFormatter.ofPattern(TIMES.get(known), LOCALES.get(known));
        return TEXTS.get(known).formatted(time.format(until.atZone(zone)));
    }
}
