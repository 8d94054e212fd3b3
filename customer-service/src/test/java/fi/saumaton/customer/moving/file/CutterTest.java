/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.moving.file.Cutter.Cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CutterTest {
    private static List<Cut> all(byte[] file, boolean quotes, int most, int window) {
        List<Cut> records = new ArrayList<>();
        var place = Place.BEGINNING;
        while (place.at() < file.length) {
            int to = (int) Math.min(file.length, place.at() + window);
            var cuts =
                    Cutter.cut(Arrays.copyOfRange(file, (int) place.at(), to), to == file.length, place, quotes, most);
            assertTrue(cuts.next().at() > place.at());
            records.addAll(cuts.records());
            place = Place.of(cuts.next().cursor());
        }
        return records;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void linesAreRecordsWithTheirNumbers() {
        var records = all(bytes("\uFEFFa\r\n\nb\nc"), false, 2, 1_000_000);

        assertEquals(List.of(new Cut(1, "a", null), new Cut(3, "b", null), new Cut(4, "c", null)), records);
    }

    @Test
    void quotedFieldsGoOverSeveralLines() {
        var records = all(bytes("1,\"a\nb\"\n2,c\n"), true, 100, 1_000_000);

        assertEquals(List.of(new Cut(1, "1,\"a\nb\"", null), new Cut(3, "2,c", null)), records);
    }

    @Test
    void aLineThatNeverEndsIsRefusedAndTheNextOneIsRead() {
        var records = all(bytes("a\n" + "x".repeat(3 * Cutter.LONGEST) + "\nb\n"), false, 100, 2 * Cutter.LONGEST);

        assertEquals(List.of(new Cut(1, "a", null), new Cut(2, null, "too-long")), records.subList(0, 2));
        assertEquals("b", records.getLast().text());
    }

    @Test
    void aQuoteThatNeverEndsCostsItsLineAlone() {
        var records = all(bytes("1,\"a\n2,b\n"), true, 100, 1_000_000);

        assertEquals(List.of(new Cut(1, null, "cut-off"), new Cut(2, "2,b", null)), records);
    }

    @Test
    void anotherEncodingIsRefused() {
        var records = all("Mäkinen\nMikko\n".getBytes(StandardCharsets.ISO_8859_1), false, 100, 1_000);

        assertEquals(List.of(new Cut(1, null, "not-utf-8"), new Cut(2, "Mikko", null)), records);
    }
}
