/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fi.saumaton.customer.timeline.VersionRule.Outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

class VersionRuleTest {
    @ParameterizedTest
    @CsvSource({
        "3, same,  UNCHANGED",
        "3, other, CONFLICTING",
        "2, same,  OUTDATED",
        "2, other, OUTDATED",
        "4, same,  CHANGED",
        "4, other, CHANGED",
    })
    void theNewestVersionCounts(long version, String hash, Outcome outcome) {
        assertEquals(outcome, VersionRule.decide(stored(false), version, hash, "shop"));
    }

    @ParameterizedTest
    @CsvSource({"2, OUTDATED", "3, OUTDATED", "4, RECORDED"})
    void whatWasTakenAwayComesBackOnlyNewer(long version, Outcome outcome) {
        assertEquals(outcome, VersionRule.decide(stored(true), version, "same", "shop"));
    }

    @Test
    void anotherCallerChangesNothing() {
        assertEquals(Outcome.FOREIGN, VersionRule.decide(stored(false), 4, "other", "till"));
        assertEquals(Outcome.FOREIGN, VersionRule.decide(stored(false), 3, "other", "till"));
        assertEquals(Outcome.FOREIGN, VersionRule.decide(stored(false), 2, "same", "till"));
        assertEquals(Outcome.FOREIGN, VersionRule.decide(stored(true), 4, "same", "till"));
        assertEquals(Outcome.UNCHANGED, VersionRule.decide(stored(false), 3, "same", "till"));
    }

    @Test
    void whatWasTakenAwayBeforeItCameIsNobodysYet() {
        var unseen = new VersionRule.Stored(UUID.randomUUID(), null, "", 3, true, "admin");

        assertEquals(Outcome.OUTDATED, VersionRule.decide(unseen, 3, "same", "shop"));
        assertEquals(Outcome.RECORDED, VersionRule.decide(unseen, 4, "same", "shop"));
    }

    private static VersionRule.Stored stored(boolean removed) {
        return new VersionRule.Stored(UUID.randomUUID(), UUID.randomUUID(), "same", 3, removed, "shop");
    }
}
