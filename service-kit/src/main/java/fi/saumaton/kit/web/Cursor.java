/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a page ended: the sort keys of its last row, opaque to clients. What a client sends back is checked like any
 * input; an unreadable cursor is an {@code invalid} problem.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 1_000;

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    /** The keys (UUID, Instant, numbers, text without control characters) as one opaque text. */
    public static String of(Object... keys) {
        String joined = Arrays.stream(keys).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of a request; {@code null} when the text is null or empty, for the first page. */
    public static Cursor parse(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw unreadable();
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    public int size() {
        return keys.size();
    }

    public String text(int index) {
        return key(index, Function.identity());
    }

    public UUID uuid(int index) {
        return key(index, UUID::fromString);
    }

    public Instant instant(int index) {
        return key(index, Instant::parse);
    }

    public long number(int index) {
        return key(index, Long::valueOf);
    }

    private <T> T key(int index, Function<String, T> reader) {
        if (index >= keys.size()) {
            throw unreadable();
        }
        try {
            return reader.apply(keys.get(index));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return new Problem(CommonProblem.INVALID, "The cursor is not one of this list").with("parameter", "after");
    }
}
