/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import fi.saumaton.gateway.channel.Handle;

/** Addresses that visitors write, normalised. They are claims and nothing more. */
final class Addresses {
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST = 5;
    private static final String EMAIL =
            "[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,188}[\\p{L}\\p{N}])?\\.\\p{L}{2,}";
    private static final Pattern WHOLE = Pattern.compile(EMAIL);
    private static final Pattern WITHIN = Pattern.compile("(?<![\\p{L}\\p{N}._%+'-])" + EMAIL);
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");

    private Addresses() {}

    static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && WHOLE.matcher(text).matches();
    }

    static Optional<Handle> email(String text) {
        var normal = text.strip().toLowerCase(Locale.ROOT);
        return isEmail(normal) ? Optional.of(Handle.claimed("email", normal)) : Optional.empty();
    }

    /** As E.164; a number without a country is one of {@code countryCode}. */
    static Optional<Handle> phone(String text, String countryCode) {
        var digits = text.replaceAll("[\\s().-]", "").replaceFirst("^00", "+").replaceFirst("^0", countryCode);
        return PHONE.matcher(digits).matches() ? Optional.of(Handle.claimed("phone", digits)) : Optional.empty();
    }

    /** The e-mail addresses in a text, the first few. */
    static List<Handle> within(String text) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        return WITHIN.matcher(text)
                .results()
                .limit(MOST)
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .filter(address -> address.length() <= LONGEST_EMAIL)
                .distinct()
                .map(address -> Handle.claimed("email", address))
                .toList();
    }
}
