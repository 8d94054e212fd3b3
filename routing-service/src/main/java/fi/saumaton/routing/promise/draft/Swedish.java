/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.util.List;

import fi.saumaton.routing.promise.PromiseKind;

import static fi.saumaton.routing.promise.PromiseKind.CALL_BACK;
import static fi.saumaton.routing.promise.PromiseKind.DELIVERY;
import static fi.saumaton.routing.promise.PromiseKind.MEETING;
import static fi.saumaton.routing.promise.PromiseKind.OTHER;
import static fi.saumaton.routing.promise.PromiseKind.REPLY;
import static fi.saumaton.routing.promise.draft.Promising.always;
import static fi.saumaton.routing.promise.draft.Promising.pattern;
import static fi.saumaton.routing.promise.draft.Promising.timed;

/** Swedish promises in the present or with ska, kommer att, lovar att; the subject stands before the verb or after it. */
final class Swedish {
    private static final String US =
            "(?:jag|vi|(?:min|vår|våra|mina)\\s+\\w+|någon\\s+(?:av|från)\\s+oss|kundtjänsten|kollegan)";
    private static final String WILL = "(?:ska|skall|kommer\\s+att|lovar\\s+att|tänker|hinner)";
    private static final String BETWEEN = "\\s+(?:(?!inte\\b|ej\\b)\\w+\\s+){0,2}";

    private Swedish() {}

    static Lexicon lexicon() {
        return new Lexicon(
                "sv",
                List.of(
                        always(
                                CALL_BACK,
                                "\\b" + US + "\\s+(?:\\w+\\s+)?ringer\\s+(?:\\w+\\s+){0,2}(?:tillbaka|upp)\\b"),
                        verb(CALL_BACK, "(?:ringer|slår)", "(?:ringa|slå\\s+(?:dig|er)?\\s*en\\s+signal)"),
                        always(REPLY, "\\b" + US + "\\s+(?:\\w+\\s+)?(?:återkommer|hör\\s+av\\s+(?:mig|oss|sig))\\b"),
                        always(REPLY, "\\b(?:återkommer|hör)\\s+" + US + "\\b"),
                        verb(
                                REPLY,
                                "(?:svarar|meddelar|kontaktar|mailar|mejlar|skriver|informerar|berättar|bekräftar|hör|frågar|lovar)",
                                "(?:svara|återkomma|meddela|kontakta|maila|mejla|skriva|informera|höra\\s+av|bekräfta|ta\\s+reda|ta\\s+kontakt)"),
                        verb(REPLY, "(?:tar\\s+(?:\\w+\\s+)?(?:reda|kontakt))", "(?:ta\\s+(?:reda|kontakt))"),
                        verb(
                                REPLY,
                                "(?:skickar|sänder)\\s+(?:\\w+\\s+){0,3}(?:instruktion\\w*|svar\\w*|besked\\w*|information\\w*|länk\\w*|offert\\w*|mejl\\w*|mail\\w*|meddelande\\w*|faktura\\w*|kvitto\\w*|bekräftelse\\w*)",
                                "(?:skicka|sända)\\s+(?:\\w+\\s+){0,3}(?:instruktion\\w*|svar\\w*|besked\\w*|information\\w*|länk\\w*|offert\\w*|mejl\\w*|mail\\w*|meddelande\\w*)"),
                        verb(
                                DELIVERY,
                                "(?:skickar|sänder|levererar|ersätter|återbetalar|betalar|reparerar|lagar|byter|hämtar|krediterar|beställer|postar)",
                                "(?:skicka|sända|leverera|ersätta|återbetala|betala|reparera|laga|byta|hämta|kreditera|beställa|posta)"),
                        timed(
                                DELIVERY,
                                "\\b(?:återbetalas|betalas|ersätts|skickas|levereras|krediteras)\\s+(?:\\w+\\s+){0,2}(?:till\\s+(?:dig|er)|på\\s+ditt)"),
                        timed(
                                REPLY,
                                "\\b(?:du|ni)\\s+(?:får|kommer\\s+att\\s+få)\\s+(?:\\w+\\s+){0,3}(?:svar\\w*|besked\\w*|offert\\w*|information\\w*|instruktion\\w*|bekräftelse\\w*|mejl|samtal)\\b"),
                        timed(
                                REPLY,
                                "\\bfår\\s+(?:du|ni)\\s+(?:\\w+\\s+){0,3}(?:svar\\w*|besked\\w*|offert\\w*|information\\w*)\\b"),
                        timed(
                                DELIVERY,
                                "\\b(?:du|ni)\\s+(?:får|har)\\s+(?:\\w+\\s+){0,3}(?:pengarna|återbetalning\\w*|ersättning\\w*|kedja\\w*|delen|reservdel\\w*|paketet|varan|maskin\\w*)\\b"),
                        timed(REPLY, "\\b(?:du|ni)\\s+hör\\s+(?:\\w+\\s+)?(?:från|av)\\s+(?:oss|mig)\\b"),
                        verb(
                                MEETING,
                                "(?:kommer(?!\\s+att)|besöker|tittar\\s+förbi|träffas)",
                                "(?:komma|besöka|träffas)"),
                        verb(
                                OTHER,
                                "(?:kontrollerar|kollar|undersöker|ordnar|fixar|bokar|uppdaterar|utreder)",
                                "(?:kontrollera|kolla|undersöka|ordna|fixa|boka|uppdatera|utreda)")),
                pattern("\\b(?:inte|ej|aldrig|varken)\\b"),
                pattern(
                        "^\\s*(?:om|ifall|när)\\b(?!\\s+(?:" + Numbers.WORDS
                                + ")\\s+(?:min|tim|dag|arbets|vardag|veck|mån|dygn))|\\b(?:ifall|förutsatt)\\b"
                                + "|\\bom\\s+(?:jag|vi|du|ni|det|den|de|han|hon|något|någon|inte)\\b|\\bså\\s+(?:snart|fort)\\s+(?!som\\s+möjligt)|^\\s*(?:ring|skicka|kontakta|svara|skriv|mejla|maila|returnera|lämna|ge|fyll|meddela|boka|kom)\\b.*\\bså\\s+\\w+\\s+(?:vi|jag)\\b"),
                pattern(
                        "\\b(?:du|ni)\\s+(?:skrev|sa|sade|bad|ville|undrade|lovade|frågade|tyckte)\\b|\\b(?:skulle|kunde)\\b"),
                pattern("\\s*[,;]?\\s*\\b(?:men|utan|därför)\\b"),
                SwedishTimes.all());
    }

    /** The subject before the present or its infinitive, or after it; or before the first of two verbs. */
    private static Promising verb(PromiseKind kind, String present, String infinitive) {
        String straight = "\\b" + US + BETWEEN.replace("{0,2}", "{0,2}?") + present + "\\b";
        String future = "\\b(?:" + US + "\\s+" + WILL + "|" + WILL + "\\s+" + US + ")" + BETWEEN + infinitive + "\\b";
        String inverted = "\\b" + present + "\\s+" + US + "\\b";
        String second = "\\b" + US + "\\s.*\\boch\\s+(?:\\w+\\s+)?" + present + "\\b";
        return timed(kind, straight + "|" + future + "|" + inverted + "|" + second);
    }
}
