/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.util.List;

import static fi.saumaton.routing.promise.PromiseKind.CALL_BACK;
import static fi.saumaton.routing.promise.PromiseKind.DELIVERY;
import static fi.saumaton.routing.promise.PromiseKind.MEETING;
import static fi.saumaton.routing.promise.PromiseKind.OTHER;
import static fi.saumaton.routing.promise.PromiseKind.REPLY;
import static fi.saumaton.routing.promise.draft.Promising.always;
import static fi.saumaton.routing.promise.draft.Promising.pattern;
import static fi.saumaton.routing.promise.draft.Promising.timed;

/** Finnish has no future: the first person present promises, and so does our own somebody's third person. */
final class Finnish {
    /** Somebody of ours: a noun with our possessive ending, or one of our departments. */
    private static final String OURS =
            "\\b(?:\\w+(?:ni|mme)|joku\\s+(?:meistä|tiimistämme)|asiantuntija|asentaja|huoltaja|myyjä|esihenkilö|asiakaspalvelu|huolto|varasto|myynti)\\s+(?:\\w+\\s+)?";

    private static final String OUR_THINGS =
            "(?:hyvitys|korvaus|raha|rahat|palautus|vastaus|tarjous|korvaava\\w*|uusi)";

    private Finnish() {}

    static Lexicon lexicon() {
        return new Lexicon(
                "fi",
                List.of(
                        always(
                                CALL_BACK,
                                "\\b(?:soitan|soitamme|soitetaan|soittelen|soittelemme)\\s+(?:sinulle|teille|takaisin|uudelleen|uudestaan)"),
                        timed(CALL_BACK, "\\b(?:soitan|soitamme|soitetaan|soittelen|soittelemme|soitellaan)\\b"),
                        timed(CALL_BACK, OURS + "(?:soittaa|soittavat)\\b"),
                        timed(CALL_BACK, "\\b(?:tulen|tulemme|lupaan|lupaamme)\\s+(?:soittamaan|soittaa)\\b"),
                        always(REPLY, "\\b(?:palaan|palaamme|palataan)\\s+(?:\\w+\\s+){0,3}(?:asiaan|asian)\\b"),
                        always(REPLY, "\\b(?:otan|otamme|otetaan)\\s+(?:\\w+\\s+){0,3}yhteyttä\\b"),
                        always(REPLY, "\\b(?:olen|olemme)\\s+(?:\\w+\\s+){0,3}yhteydessä\\s+(?:sinuun|teihin)\\b"),
                        timed(REPLY, "\\b(?:olen|olemme)\\s+(?:\\w+\\s+){0,3}yhteydessä\\b"),
                        timed(
                                REPLY,
                                OURS
                                        + "(?:palaa|vastaa|ilmoittaa|ottaa\\s+(?:\\w+\\s+)?yhteyttä|on\\s+yhteydessä|lähettää)\\b"),
                        timed(
                                REPLY,
                                "\\b(?:palaan|palaamme|palataan|vastaan|vastaamme|vastataan|ilmoitan|ilmoitamme|ilmoitetaan|kerron|kerromme"
                                        + "|kirjoitan|kirjoitamme|viestitän|tiedotan|tiedotamme|selvitän|selvitämme|selvitetään"
                                        + "|varmistan|varmistamme|vahvistan|vahvistamme|kysyn|kysymme|lupaan|lupaamme)\\b"),
                        timed(
                                REPLY,
                                "\\b(?:laitan|laitamme|lähetän|lähetämme|lähetetään|toimitan)\\s+(?:\\w+\\s+){0,3}"
                                        + "(?:ohjee\\w*|vastau\\w*|tiedo\\w*|linki\\w*|tarjou\\w*|lomak\\w*|viesti\\w*|sähköpost\\w*|lasku\\w*|kuit\\w*|vahvistu\\w*)\\b"),
                        timed(
                                DELIVERY,
                                "\\b(?:lähetän|lähetämme|lähetetään|toimitan|toimitamme|toimitetaan|postitan|postitamme|hyvitän|hyvitämme"
                                        + "|hyvitetään|palautamme|palautetaan|korvaamme|korvataan|korjaamme|korjaan|korjataan|vaihdamme"
                                        + "|vaihdetaan|maksamme|maksetaan|noudamme|noudetaan|tilaan|tilaamme)\\b"),
                        timed(
                                DELIVERY,
                                "\\b" + OUR_THINGS
                                        + "\\s+(?:\\w+\\s+)?(?:on|ovat|maksetaan|lähtee|saapuu|tulee)\\s+(?:\\w+\\s+)?(?:tililläsi|tilillänne|tilillesi|perillä|sinulle|teille|luoksesi)\\b"),
                        timed(
                                DELIVERY,
                                "\\b(?:saat|saatte)\\s+(?:\\w+\\s+){0,3}(?:hyvity\\w*|raha\\w*|korvau\\w*|uuden|tuotteen|osan|varaosan|laitteen|paketin)\\b"),
                        timed(
                                REPLY,
                                "\\b(?:saat|saatte|kuulet|kuulette)\\s+(?:\\w+\\s+){0,3}(?:vastau\\w*|meiltä|meistä|minulta|minusta|tarjou\\w*|tiedo\\w*|ohjee\\w*|päätö\\w*|viesti\\w*|puhelu\\w*)"),
                        timed(MEETING, OURS + "(?:tulee|käy|saapuu|vierailee)\\b"),
                        timed(
                                MEETING,
                                "\\b(?:tulen|tulemme|käyn|käymme|tapaan|tapaamme|tavataan|saavumme)\\b(?!\\s+läpi)"),
                        timed(
                                OTHER,
                                "\\b(?:tarkistan|tarkistamme|tarkistetaan|tutkin|tutkimme|tutkitaan|hoidan|hoidamme|hoidetaan|järjestän|järjestämme|varaan|varaamme|päivitän|päivitämme|valmistelen|teen|teemme)\\b")),
                pattern("\\b(?:en|emme|ei|eivät|enkä|emmekä|eikä)\\b"),
                pattern(
                        "\\b(?:jos|mikäli|ellei|ellet|kunhan|niin\\s+(?:katsotaan|soit|lähet|hyvit|palau|palaamme|vaihda|korvaa|tarkista|saat|otamme|selvit|vastaa|korja)\\w*|heti\\s+kun|sitten\\s+kun)\\b"),
                pattern(
                        "\\b(?:kirjoitit|kirjoititte|sanoit|sanoitte|pyysit|pyysitte|toivoit|toivoitte|kysyit|kysyitte|halusit|halusitte|luulit|väitit|lupasit|lupasitte)\\b.*\\bettä\\b|\\bvastaan\\s*ot|\\b(?:otan|otamme|otetaan)\\s+(?:\\w+\\s+){0,2}vastaan\\b"),
                pattern("\\s*[,;]?\\s*\\b(?:mutta|vaan|joten|siksi)\\b"),
                FinnishTimes.all());
    }
}
