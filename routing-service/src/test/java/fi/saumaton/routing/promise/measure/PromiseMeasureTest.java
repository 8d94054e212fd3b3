/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The test set of our own, and what was promised of it. */
class PromiseMeasureTest {
    private static final Path SETS = Path.of("src/test/resources/promise");

    private static List<LabelledSentence> all() throws IOException {
        List<LabelledSentence> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(SETS)) {
            for (Path file : files.sorted().toList()) {
                all.addAll(LabelledSentence.read(file));
            }
        }
        return all;
    }

    @Test
    void theSetIsLargeInThreeLanguagesAndHalfOfItPromisesNothing() throws IOException {
        List<LabelledSentence> all = all();
        assertTrue(all.size() >= 200, () -> "only " + all.size());
        assertEquals(
                Set.of("fi", "sv", "en"),
                all.stream().map(LabelledSentence::language).collect(Collectors.toSet()));
        assertEquals(
                all.size() / 2, all.stream().filter(LabelledSentence::promises).count());
        assertEquals(
                all.size(), all.stream().map(LabelledSentence::text).distinct().count());
    }

    @Test
    void theFiguresAreAsPromisedAlsoOnWhatTheRuleHasNotBeenMendedBy() throws IOException {
        for (List<LabelledSentence> set : List.of(all(), LabelledSentence.read(SETS.resolve("drafts-last.tsv")))) {
            PromiseMeasure.Count count = PromiseMeasure.measure(set, false);
            assertTrue(count.recall() >= 0.9, count::toString);
            assertTrue(count.precision() >= 0.9, count::toString);
            assertTrue(count.dateRight() >= 0.95, count::toString);
        }
    }
}
