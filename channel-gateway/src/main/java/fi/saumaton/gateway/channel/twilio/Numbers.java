/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.util.Set;
import java.util.regex.Pattern;

import fi.saumaton.gateway.channel.Handle;

/** Who is at the other end, as Twilio writes it. */
public final class Numbers {
    /** The prefix of an address in WhatsApp. */
    public static final String WHATSAPP = "whatsapp:";

    private static final String PHONE = "phone";
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    /** What operators send for a hidden number: the letters of ANONYMOUS, RESTRICTED, UNAVAILABLE and such on a keypad. */
    private static final Set<String> HIDDEN =
            Set.of("+266696687", "+7378742833", "+86282452253", "+2562533", "+8656696");

    private Numbers() {}

    /** A number, E.164, proven by the operator who delivered it; null when it is none that could be called back. */
    public static Handle phone(String address) {
        if (address == null) {
            return null;
        }
        var number = address.startsWith(WHATSAPP) ? address.substring(WHATSAPP.length()) : address;
        return E164.matcher(number).matches() && !HIDDEN.contains(number)
                ? Handle.proven(PHONE, number, "channel")
                : null;
    }

    /** A number, or else a name under which nobody can be answered ({@code kind} says where it means something). */
    public static Handle sender(String address, String kind) {
        var phone = phone(address);
        return phone != null ? phone : Handle.claimed(kind, address == null ? "unknown" : address);
    }
}
