/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of an {@code application/x-www-form-urlencoded} text, in their order. New fields come without notice, so all are kept: the signature covers
 * them.
 */
public record Form(Map<String, List<String>> fields) {
    public static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    /** Never fails: what is no valid escape stands for itself, and then the signature will not fit. */
    public static Form parse(byte[] body) {
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    /** Of a URL's query, too; null is no field at all. */
    public static Form parse(String text) {
        var fields = new LinkedHashMap<String, List<String>>();
        if (text != null) {
            for (var pair : text.split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                    var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                    fields.computeIfAbsent(name, missing -> new ArrayList<>(1)).add(value);
                }
            }
        }
        return new Form(fields);
    }

    /** Null when it is missing or empty: Twilio sends what it does not know as empty fields. */
    public String get(String name) {
        var values = fields.get(name);
        return values == null || values.getFirst().isBlank() ? null : values.getFirst();
    }

    public String get(String name, String otherwise) {
        var value = get(name);
        return value == null ? otherwise : value;
    }

    /** A count; {@code otherwise} when it is missing or no number. */
    public int number(String name, int otherwise) {
        var value = get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Written out, such as for a request to Twilio: names and values in turn; a pair without a value is left out. */
    public static String write(List<Map.Entry<String, String>> pairs) {
        var text = new StringBuilder();
        for (var pair : pairs) {
            if (pair.getValue() != null) {
                text.append(text.isEmpty() ? "" : "&")
                        .append(encode(pair.getKey()))
                        .append('=')
                        .append(encode(pair.getValue()));
            }
        }
        return text.toString();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
