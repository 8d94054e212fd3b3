/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.id;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IdsTest {

    @Test
    void isAUuidOfVersionSevenWithTheTimeInFront() {
        long before = System.currentTimeMillis();
        UUID id = Ids.next();
        long after = System.currentTimeMillis();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        long millis = id.getMostSignificantBits() >>> 16;
        assertTrue(millis >= before && millis <= after + 1_000, "made at " + millis);
    }

    @Test
    void eachIsGreaterThanTheOneBefore() {
        List<String> made =
                Stream.generate(() -> Ids.next().toString()).limit(50_000).toList();
        assertEquals(made.stream().sorted().toList(), made);
    }

    @Test
    void concurrentMakersMakeNoTwins() {
        Set<UUID> made = new HashSet<>(
                IntStream.range(0, 100_000).parallel().mapToObj(i -> Ids.next()).toList());
        assertEquals(100_000, made.size());
    }
}
