/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;

import fi.saumaton.gateway.channel.email.ParsedMail.Address;

/** The header fields of a mail or a part, from the top. One char per byte, not decoded. */
final class MailHeaders {
    /** Bytes; what a header of a real mail never reaches, so that a file without an end of line is no header. */
    static final int LONGEST = 256 * 1024;

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>@,;:()\"\\[\\]\\\\]{1,64}@[^\\s<>@,;:()\"\\[\\]\\\\]{1,255}");
    private static final Pattern QUOTED_ADDRESS = Pattern.compile("<\\s*(\"[^\"<>]{1,64}\"@[^\\s<>@,;]{1,255})\\s*>");

    private final List<Map.Entry<String, String>> fields;

    private MailHeaders(List<Map.Entry<String, String>> fields) {
        this.fields = fields;
    }

    static MailHeaders of(InternetHeaders headers) {
        return new MailHeaders(Collections.list(headers.getAllHeaders()).stream()
                .map(MailHeaders::entry)
                .toList());
    }

    static MailHeaders of(jakarta.mail.Part part) throws MessagingException {
        return new MailHeaders(Collections.list(part.getAllHeaders()).stream()
                .map(MailHeaders::entry)
                .toList());
    }

    private static Map.Entry<String, String> entry(Header header) {
        return Map.entry(
                header.getName(), Optional.ofNullable(header.getValue()).orElse(""));
    }

    List<Map.Entry<String, String>> all() {
        return fields;
    }

    List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The topmost field of that name, "" when there is none. */
    String first(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    /** All message ids in the fields of that name. */
    List<String> ids(String name) {
        return MessageIds.parse(String.join(" ", values(name)));
    }

    /** Every address in the fields of that name, however badly they are written. */
    List<Address> addresses(String name) {
        return values(name).stream()
                .map(LenientText::header)
                .flatMap(value -> addressList(value).stream())
                .toList();
    }

    private static List<Address> addressList(String value) {
        return split(value).stream()
                .map(MailHeaders::address)
                .flatMap(Optional::stream)
                .toList();
    }

    /** At commas and semicolons outside quotation marks. */
    private static List<String> split(String value) {
        var entries = new ArrayList<String>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ';')) {
                entries.add(value.substring(start, i));
                start = i + 1;
            }
        }
        entries.add(value.substring(start));
        return entries;
    }

    /** The bare address in angle brackets, or else the first thing that looks like one; the rest is the name. */
    static Optional<Address> address(String text) {
        var quoted = QUOTED_ADDRESS.matcher(text);
        if (quoted.find()) {
            return Optional.of(
                    new Address(quoted.group(1).toLowerCase(Locale.ROOT), name(text.substring(0, quoted.start()))));
        }
        int bracket = text.lastIndexOf('<');
        var matcher = ADDRESS.matcher(text);
        if (!matcher.find(Math.max(0, bracket)) && !matcher.find(0)) {
            return Optional.empty();
        }
        var address = matcher.group().toLowerCase(Locale.ROOT).replaceFirst("[.>]+$", "");
        var before = name(text.substring(0, matcher.start()));
        var comment =
                text.substring(matcher.end()).replaceFirst("^[\\s>]*\\(?", "").replaceFirst("\\)\\s*$", "");
        return Optional.of(new Address(address, before == null ? name(comment) : before));
    }

    private static String name(String text) {
        var name = text.replaceAll("[<>]", " ").replaceAll("\\\\(.)", "$1").strip();
        name = name.replaceFirst("^[\"']+", "")
                .replaceFirst("[\"']+$", "")
                .replaceAll("\\s+", " ")
                .strip();
        return name.isEmpty() || ADDRESS.matcher(name).matches()
                ? null
                : name.substring(0, Math.min(name.length(), 200));
    }
}
