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

/** Times in Swedish; what is longer stands first. */
final class SwedishTimes {
    private static final String[] DAYS = {"måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"};
    private static final String[] MONTHS = {
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december"
    };
    private static final String UNIT =
            "(minut(?:er)?|timm(?:e|ar)|arbetsdag(?:ar)?|vardag(?:ar)?|bankdag(?:ar)?|dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?)";

    private SwedishTimes() {}

    static List<TimeWord> all() {
        List<TimeWord> words = new ArrayList<>(List.of(
                TimeWord.hint("\\b(?:senast|före|innan)\\b", (found, when) -> when.deadline()),
                TimeWord.of(
                        "\\b(?:inom|om)\\s+en\\s+halv\\s?timme\\b",
                        (found, when) -> when.within(Duration.ofMinutes(30))),
                TimeWord.of("\\b(?:inom|om)\\s+en\\s+kvart\\b", (found, when) -> when.within(Duration.ofMinutes(15))),
                TimeWord.of("\\binom\\s+(?:" + Numbers.WORDS + "\\s+)?" + UNIT + "\\b", Units::within),
                TimeWord.of("\\bom\\s+" + Numbers.WORDS + "\\s+" + UNIT + "\\b", Units::after),
                TimeWord.of("\\bi\\s?övermorgon\\b", (found, when) -> when.inDays(2)),
                TimeWord.hint("\\bi\\s?morgon\\b|\\bmorgondagen\\b", (found, when) -> when.inDays(1)),
                TimeWord.hint(
                        "\\bi\\s?dag\\b|\\bunder\\s+dagen\\b|\\bdagens\\s+slut\\b",
                        (found, when) -> when.day(when.today())),
                TimeWord.hint(
                        "\\bi\\s+eftermiddag\\b|\\bi\\s+förmiddag\\b|\\bi\\s?kväll\\b",
                        (found, when) -> when.day(when.today())),
                TimeWord.of(
                        "\\bbörjan\\s+av\\s+nästa\\s+vecka\\b|\\btidigt\\s+nästa\\s+vecka\\b",
                        (found, when) -> when.nextWeek(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)),
                TimeWord.of(
                        "\\bnästa\\s+vecka\\b|\\bkommande\\s+vecka\\b|\\bveckan\\s+som\\s+kommer\\b",
                        (found, when) -> when.nextWeek(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                TimeWord.of(
                        "\\b(?:veckans\\s+slut|veckoslutet|slutet\\s+av\\s+(?:den\\s+här\\s+)?veckan|veckan\\s+är\\s+slut|(?:den\\s+här|denna|under)\\s+veckan?)\\b",
                        (found, when) -> when.thisWeek()),
                TimeWord.of("\\bnästa\\s+månad\\b", (found, when) -> when.endOfMonth(1)),
                TimeWord.of(
                        "\\b(?:månadens\\s+slut|slutet\\s+av\\s+(?:den\\s+här\\s+)?månaden|månadsskiftet|månaden\\s+är\\s+slut)\\b",
                        (found, when) -> when.endOfMonth(0)),
                TimeWord.hint("\\b(?:förmiddag\\w*|morgonen|bitti|lunch)\\b", (found, when) -> when.forenoon()),
                TimeWord.hint("\\beftermiddag\\w*", (found, when) -> when.afternoon()),
                TimeWord.hint("\\b(?:i\\s?kväll|kvällen)\\b", (found, when) -> when.evening()),
                TimeWord.of(
                        "\\b(?:klockan|kl\\.?|mellan)\\s*(\\d{1,2})(?:[.:](\\d{2}))?\\s*(?:-|–|och|till)\\s*(?:klockan\\s+|kl\\.?\\s*)?(\\d{1,2})(?:[.:](\\d{2}))?()",
                        Units::clocks),
                TimeWord.of("\\b(?:klockan|kl\\.?)\\s*(\\d{1,2})(?:[.:](\\d{2}))?", Units::clock),
                TimeWord.of("\\b(\\d{1,2})[/.](1[0-2]|0?[1-9])\\b\\.?(\\d{4})?", Units::date),
                TimeWord.of(
                        "\\bden\\s+(\\d{1,2})(?::?(?:e|a|de))?\\b(?!\\s*(?:" + String.join("|", MONTHS) + "))",
                        (found, when) -> when.date(Integer.parseInt(found.group(1)), null, null)),
                TimeWord.hint(
                        "\\b(?:snart|snarast|strax|inom\\s+kort|så\\s+(?:snart|fort)\\s+som\\s+möjligt)\\b",
                        (found, when) -> when.soon())));
        for (int n = 0; n < DAYS.length; n++) {
            DayOfWeek day = DayOfWeek.of(n + 1);
            words.add(TimeWord.hint(
                    "\\b" + DAYS[n] + "(?:en)?(?:morgon|förmiddag|eftermiddag)?\\b",
                    (found, when) -> when.weekday(day)));
        }
        for (int n = 0; n < MONTHS.length; n++) {
            int month = n + 1;
            words.addFirst(TimeWord.of("\\bslutet\\s+av\\s+" + MONTHS[n] + "\\b", (found, when) -> when.endOf(month)));
            words.add(TimeWord.of(
                    "\\b(\\d{1,2})(?::?(?:e|a))?\\s+" + MONTHS[n] + "\\b",
                    (found, when) -> when.date(Integer.parseInt(found.group(1)), month, null)));
        }
        return List.copyOf(words);
    }
}
