/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A subject with and without what mail programs put in front of it. */
final class SubjectLine {
    private static final int LONGEST = 500;
    /** English, Finnish (VS, VL), Swedish (SV, VB), German (AW, WG), Dutch, French, Norwegian, Portuguese. */
    private static final Pattern PREFIX = Pattern.compile(
            "^\\s*(?:re|fwd?|vs|vl|sv|vb|aw|wg|antw|doorst|rv|tr|enc|res|videres)(?:\\s*[\\[(]\\d{1,3}[\\])]|\\^\\d{1,3})?\\s*[:：]\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TAG = Pattern.compile("\\[#?([A-Z0-9][A-Z0-9-]{3,24})]", Pattern.CASE_INSENSITIVE);

    private SubjectLine() {}

    /** As a person reads it: one line, at most 500 characters; null when there is none. */
    static String shown(String header) {
        var text = LenientText.header(header).replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** Without reply and forward prefixes, tags and case: equal for all messages of one thread. */
    static String normalised(String shown) {
        if (shown == null) {
            return "";
        }
        var text = TAG.matcher(shown).replaceAll(" ");
        for (var before = ""; !before.equals(text); ) {
            before = text;
            text = PREFIX.matcher(text).replaceFirst("");
        }
        return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** The subject of an answer: exactly one {@code Re:} in front. */
    static String reply(String shown) {
        var text = shown == null ? "" : shown.strip();
        for (var before = ""; !before.equals(text); ) {
            before = text;
            text = PREFIX.matcher(text).replaceFirst("").strip();
        }
        return text.isEmpty() ? "Re:" : "Re: " + text;
    }

    /** What stands in square brackets and may be a conversation's reference, upper case. */
    static Optional<String> tag(String shown) {
        var matcher = TAG.matcher(shown == null ? "" : shown);
        return matcher.find() ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
