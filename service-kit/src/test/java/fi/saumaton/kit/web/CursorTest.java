/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CursorTest {

    @Test
    void keysComeBackAsTheyWere() {
        Instant at = Instant.parse("2026-11-22T10:00:00.123456Z");
        UUID id = UUID.fromString("0193a000-0000-7000-8000-000000000001");
        String text = Cursor.of(at, id, 42L, "öljy, 1 l");
        assertTrue(text.matches("[A-Za-z0-9_-]+"), text);
        Cursor cursor = Cursor.parse(text);
        assertEquals(4, cursor.size());
        assertEquals(at, cursor.instant(0));
        assertEquals(id, cursor.uuid(1));
        assertEquals(42L, cursor.number(2));
        assertEquals("öljy, 1 l", cursor.text(3));
    }

    @Test
    void noCursorIsTheFirstPage() {
        assertNull(Cursor.parse(null));
        assertNull(Cursor.parse(""));
    }

    @Test
    void whatIsNoCursorIsInvalid() {
        invalid(() -> Cursor.parse("%%%"));
        invalid(() -> Cursor.parse("A".repeat(2_000)));
        Cursor cursor = Cursor.parse(Cursor.of("text"));
        invalid(() -> cursor.uuid(0));
        invalid(() -> cursor.instant(0));
        invalid(() -> cursor.number(0));
        invalid(() -> cursor.text(1));
    }

    @Test
    void pageKnowsWhetherThereIsMore() {
        Page<Integer> more = Page.of(List.of(1, 2, 3), 2, Cursor::of);
        assertEquals(List.of(1, 2), more.items());
        assertEquals(2L, Cursor.parse(more.next()).number(0));
        Page<String> last = Page.of(List.of(1, 2), 2, Cursor::of).map(String::valueOf);
        assertEquals(List.of("1", "2"), last.items());
        assertNull(last.next());
    }

    private static void invalid(org.junit.jupiter.api.function.Executable reading) {
        assertEquals(CommonProblem.INVALID, assertThrows(Problem.class, reading).type());
    }
}
