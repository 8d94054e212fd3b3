/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DefinitionsTest {

    @Test
    void everyDefinitionHasItsOwnIdAndANameInEachLanguage() {
        assertEquals(
                Definitions.ALL.size(),
                Definitions.ALL.stream().map(Definition::id).distinct().count());
        assertTrue(Definitions.ALL.stream()
                .allMatch(definition -> definition.name().keySet().equals(Set.of("fi", "sv", "en"))));
    }

    @Test
    void theWholeIsAtLeastAsNewAsItsNewestPart() {
        int newest =
                Definitions.ALL.stream().mapToInt(Definition::version).max().orElseThrow();

        assertTrue(Definitions.VERSION >= newest, "A formula's version was raised and the whole's was not");
    }
}
