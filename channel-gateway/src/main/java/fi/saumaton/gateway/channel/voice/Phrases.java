/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.util.Locale;

/** What callers hear, in their language: Finnish, Swedish or English. */
enum Phrases {
    FI(
            "fi-FI",
            "Tervetuloa asiakaspalveluun.",
            "Jos puhelun saa nauhoittaa palvelun parantamiseksi, paina 1. Muuten odota hetki.",
            "Vastaamme heti, kun joku vapautuu.",
            "Olet odottanut %d minuuttia.",
            "Viime aikoina vastaus on tullut noin %d minuutissa.",
            "Jos haluat, että soitamme sinulle takaisin tähän numeroon, paina 1.",
            "Kiitos. Soitamme sinulle takaisin. Kuulemiin.",
            "Etsimme sinulle toisen vastaajan. Paikkasi jonossa säilyy.",
            "Kiitos soitostasi. Kuulemiin."),
    SV(
            "sv-SE",
            "Välkommen till kundtjänsten.",
            "Om samtalet får spelas in för att förbättra tjänsten, tryck 1. Vänta annars ett ögonblick.",
            "Vi svarar så snart någon blir ledig.",
            "Du har väntat i %d minuter.",
            "På sistone har svaret kommit inom ungefär %d minuter.",
            "Om du vill att vi ringer tillbaka till det här numret, tryck 1.",
            "Tack. Vi ringer tillbaka. Hej då.",
            "Vi söker någon annan som kan svara. Du behåller din plats i kön.",
            "Tack för ditt samtal. Hej då."),
    EN(
            "en-GB",
            "Welcome to customer service.",
            "If the call may be recorded to improve the service, press 1. Otherwise please wait a moment.",
            "We answer as soon as somebody is free.",
            "You have waited for %d minutes.",
            "Lately the answer has come within about %d minutes.",
            "If you would like us to call you back at this number, press 1.",
            "Thank you. We will call you back. Goodbye.",
            "We are looking for somebody else. You keep your place in the queue.",
            "Thank you for calling. Goodbye.");

    final String voice;
    final String greeting;
    final String recording;
    final String soon;
    private final String waited;
    private final String lately;
    final String callBack;
    final String noted;
    final String another;
    final String goodbye;

    Phrases(
            String voice,
            String greeting,
            String recording,
            String soon,
            String waited,
            String lately,
            String callBack,
            String noted,
            String another,
            String goodbye) {
        this.voice = voice;
        this.greeting = greeting;
        this.recording = recording;
        this.soon = soon;
        this.waited = waited;
        this.lately = lately;
        this.callBack = callBack;
        this.noted = noted;
        this.another = another;
        this.goodbye = goodbye;
    }

    /** By a language tag; English for what is not known. */
    static Phrases of(String language) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "fi" -> FI;
            case "sv" -> SV;
            default -> EN;
        };
    }

    /**
     * The truth and no promise: how long it has been, and how long others have waited. What is not known is not said.
     *
     * @param usual null when too few callers have been answered to say
     */
    String wait(Duration soFar, Duration usual) {
        var text = new StringBuilder();
        if (soFar.toMinutes() >= 2) {
            text.append(waited.formatted(soFar.toMinutes())).append(' ');
        }
        boolean stillTrue = usual != null && usual.compareTo(soFar) > 0 && minutes(usual) >= 2;
        return text.append(stillTrue ? lately.formatted(minutes(usual)) : soon).toString();
    }

    /** Rounded up: to wait less than was said annoys nobody. */
    private static long minutes(Duration duration) {
        return duration.plusSeconds(59).toMinutes();
    }
}
