/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.util.Locale;
import java.util.Set;

import fi.saumaton.gateway.channel.twilio.Form;

/** What a message says about further messages. */
enum OptOut {
    STOP,
    START,
    NOTHING;

    private static final Set<String> STOP_WORDS =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START_WORDS = Set.of("START", "UNSTOP");

    /** Twilio's own judgement where it gives one, otherwise the whole text as one of the words. */
    static OptOut of(Form form, Set<String> moreStopWords) {
        var type = form.get("OptOutType");
        if (type != null) {
            return switch (type) {
                case "STOP" -> STOP;
                case "START" -> START;
                default -> NOTHING;
            };
        }
        var word = form.get("Body", "").strip().toUpperCase(Locale.ROOT);
        if (STOP_WORDS.contains(word) || moreStopWords.stream().anyMatch(word::equalsIgnoreCase)) {
            return STOP;
        }
        return START_WORDS.contains(word) ? START : NOTHING;
    }
}
