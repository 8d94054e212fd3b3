/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

class TextTest {
    @Test
    void whatPostgresqlRefusesIsReplaced() {
        assertEquals("ab", Text.clean("a\0b"));
        assertEquals("a\uFFFDb", Text.clean("a\uD800b"));
        assertEquals("\uFFFD", Text.clean("\uDC00"));
    }

    @Test
    void everythingElseStaysAsItIs() {
        var saw = "Sågen säger 🪚 \u200B\n";
        assertEquals(saw, Text.clean(saw));
        var plain = "plain";
        assertSame(plain, Text.clean(plain));
        assertNull(Text.clean(null));
    }

    @Test
    void aKeyTooLongForAnIndexIsNamedByItsDigest() {
        var long1 = "x".repeat(501);
        var long2 = "x".repeat(502);
        assertEquals(71, Text.key(long1).length());
        assertEquals(Text.key(long1), Text.key("x".repeat(501)));
        assertNotEquals(Text.key(long1), Text.key(long2));
        assertEquals("x".repeat(500), Text.key("x".repeat(500)));
    }
}
