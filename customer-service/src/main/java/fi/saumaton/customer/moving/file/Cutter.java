/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts bytes of a file into records: lines, in CSV also such whose quoted fields go over several. */
final class Cutter {
    /** Bytes of one record, at most. */
    static final int LONGEST = 256 * 1024;

    private Cutter() {}

    /** @param text null when it is none: too long, or not in UTF-8 */
    record Cut(long line, String text, String reason) {}

    /** @param next where to go on; the same as before when more bytes are needed */
    record Cuts(List<Cut> records, Place next) {}

    /**
     * @param bytes of the file from the place on; {@link #LONGEST} and one more at least, unless it ends before
     * @param end whether the file ends with them
     * @param most records
     */
    static Cuts cut(byte[] bytes, boolean end, Place place, boolean quotes, int most) {
        List<Cut> records = new ArrayList<>();
        int from = place.at() == 0 && marked(bytes) ? 3 : 0;
        long line = place.line();
        boolean skipping = place.skipping();
        while (from < bytes.length && records.size() < most) {
            int to = end(bytes, from, quotes && !skipping);
            boolean whole = to < bytes.length || end && !open(bytes, from, quotes && !skipping);
            boolean tooLong = Math.min(to, bytes.length) - from > LONGEST;
            if (!whole && !tooLong && !end) {
                break;
            }
            if (tooLong || !whole && !end) {
                // a quote that never ends would swallow the rest of the file: only its first line is refused
                int cutAt = end(bytes, from, false);
                records.add(new Cut(line, null, "too-long"));
                skipping = cutAt >= bytes.length && !end;
                from = Math.min(bytes.length, cutAt + 1);
                line++;
                continue;
            }
            if (!whole) {
                int cutAt = end(bytes, from, false);
                records.add(new Cut(line, null, "cut-off"));
                from = Math.min(bytes.length, cutAt + 1);
                line++;
                continue;
            }
            if (!skipping) {
                add(records, bytes, from, Math.min(to, bytes.length), line);
            }
            skipping = false;
            line += newLines(bytes, from, Math.min(to + 1, bytes.length));
            from = Math.min(bytes.length, to + 1);
        }
        return new Cuts(records, new Place(place.at() + from, line, skipping, place.header()));
    }

    private static boolean marked(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    /** The next end of a record; the length when there is none. */
    private static int end(byte[] bytes, int from, boolean quotes) {
        boolean quoted = false;
        for (int i = from; i < bytes.length; i++) {
            if (quotes && bytes[i] == '"') {
                quoted = !quoted;
            } else if (bytes[i] == '\n' && !quoted) {
                return i;
            }
        }
        return bytes.length;
    }

    /** Whether a quoted field goes on behind the last byte. */
    private static boolean open(byte[] bytes, int from, boolean quotes) {
        boolean quoted = false;
        for (int i = from; quotes && i < bytes.length; i++) {
            quoted ^= bytes[i] == '"';
        }
        return quoted;
    }

    private static int newLines(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                count++;
            }
        }
        return count;
    }

    private static void add(List<Cut> records, byte[] bytes, int from, int to, long line) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            if (!text.isBlank()) {
                records.add(new Cut(line, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, null));
            }
        } catch (CharacterCodingException otherEncoding) {
            records.add(new Cut(line, null, "not-utf-8"));
        }
    }
}
