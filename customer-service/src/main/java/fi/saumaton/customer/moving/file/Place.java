/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where in a file we are.
 *
 * @param at byte
 * @param line the number of the line that begins there, from 1
 * @param skipping whether we are inside a record that is too long to be one
 * @param header of a CSV file, joined by its own marks; null before it was read, and in other files
 */
record Place(long at, long line, boolean skipping, String header) {
    static final Place BEGINNING = new Place(0, 1, false, null);
    private static final String MARK = "|";

    static Place of(String cursor) {
        if (cursor == null) {
            return BEGINNING;
        }
        var parts = List.of(cursor.split(Pattern.quote(MARK), 4));
        return new Place(
                Long.parseLong(parts.get(0)),
                Long.parseLong(parts.get(1)),
                parts.get(2).equals("1"),
                parts.get(3).isEmpty() ? null : parts.get(3));
    }

    String cursor() {
        return at + MARK + line + MARK + (skipping ? "1" : "0") + MARK + (header == null ? "" : header);
    }

    Place with(String itsHeader) {
        return new Place(at, line, skipping, itsHeader);
    }
}
