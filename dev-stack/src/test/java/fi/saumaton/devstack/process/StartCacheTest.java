/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fi.saumaton.devstack.process.StartCache.Policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StartCacheTest {
    private static final String MAKES = "-XX:AOTCacheOutput=";
    private static final String USES = "-XX:AOTCache=";

    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void jar() throws IOException {
        jar = Files.writeString(folder.resolve("program.jar"), "classes");
    }

    @Test
    void theFirstRunMakesItAndTheNextOneUsesIt() throws IOException {
        var first = cache(Policy.MAKE, "-Xmx1g");
        Files.writeString(Path.of(option(first, MAKES)), "learnt");
        assertTrue(first.training());
        first.settle();
        assertFalse(first.training());

        var used = option(cache(Policy.USE, "-Xmx1g"), USES);
        assertEquals("learnt", Files.readString(Path.of(used)));
    }

    @Test
    void aRebuiltJarOrOtherOptionsNeedAnotherOne() throws IOException {
        var first = cache(Policy.MAKE, "-Xmx1g");
        Files.writeString(Path.of(option(first, MAKES)), "learnt");
        first.settle();

        assertEquals(List.of("-Xmx2g"), cache(Policy.USE, "-Xmx2g").options());
        Files.writeString(jar, "other classes");
        assertEquals(List.of("-Xmx1g"), cache(Policy.USE, "-Xmx1g").options());
    }

    @Test
    void aRunThatWasKilledLeavesNoneBehind() throws IOException {
        var killed = cache(Policy.MAKE, "-Xmx1g");
        var training = option(killed, MAKES);
        killed.settle();
        assertNotEquals(training, option(cache(Policy.MAKE, "-Xmx1g"), MAKES));
    }

    private StartCache cache(Policy policy, String option) {
        return new StartCache(new Home(folder, folder), "program", policy, List.of(option), List.of(jar));
    }

    private static String option(StartCache cache, String start) {
        return cache.options().stream()
                .filter(option -> option.startsWith(start))
                .findFirst()
                .orElseThrow()
                .substring(start.length());
    }
}
