/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.customer.moving.source.ForeignContact.Address;

/** Reads single values out of what systems send. */
public final class Fields {
    private static final int LONGEST_TEXT = 100_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final DateTimeFormatter SALESFORCE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private Fields() {}

    /** Text or number; null when there is none. */
    public static String text(JsonNode node, String... path) {
        var at = node;
        for (var step : path) {
            at = at.path(step);
        }
        return at.isValueNode() && !at.isNull() ? filled(at.asText(), LONGEST_TEXT) : null;
    }

    /** Cut to its longest; null when there is nothing in it. */
    public static String filled(String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var bare = text.strip();
        if (bare.length() <= longest) {
            return bare;
        }
        int end = Character.isHighSurrogate(bare.charAt(longest - 1)) ? longest - 1 : longest;
        return bare.substring(0, end);
    }

    /**
     * The time, in any of the forms that these systems use; null when there is none, or one that can't be meant. Without a
     * zone it is UTC.
     */
    public static Instant time(String text) {
        var time = text == null || text.isBlank() ? null : read(text);
        return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    }

    private static Instant read(String text) {
        var bare = text.strip();
        if (bare.matches("[0-9]{12,14}")) {
            return Instant.ofEpochMilli(Long.parseLong(bare));
        }
        return Stream.<Function<String, Instant>>of(
                        one -> OffsetDateTime.parse(one).toInstant(),
                        one -> OffsetDateTime.parse(one, SALESFORCE).toInstant(),
                        one -> LocalDateTime.parse(one.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
                        one -> LocalDate.parse(one).atStartOfDay().toInstant(ZoneOffset.UTC))
                .map(form -> tried(form, bare))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Instant tried(Function<String, Instant> form, String text) {
        try {
            return form.apply(text);
        } catch (DateTimeException otherForm) {
            return null;
        }
    }

    public static Instant time(JsonNode node, String... path) {
        return time(text(node, path));
    }

    /** The addresses that are there, each once. */
    public static List<Address> addresses(Address... all) {
        List<Address> there = new ArrayList<>();
        for (var one : all) {
            if (one.value() != null && !there.contains(one)) {
                there.add(one);
            }
        }
        return List.copyOf(there);
    }

    /** The language of a locale, as BCP 47 has it; null when there is none. */
    public static String language(String locale) {
        return locale == null || !locale.matches("[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")
                ? null
                : locale.replace('_', '-');
    }
}
