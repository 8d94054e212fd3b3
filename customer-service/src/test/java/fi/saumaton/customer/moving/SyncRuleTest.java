/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fi.saumaton.customer.moving.SyncRule.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SyncRuleTest {
    @ParameterizedTest(name = "ended before {0}, here {1}, there {2}: {3}")
    @CsvSource({
        "false,false,false,NOTHING",
        "false,false,true,TAKE_THEIRS",
        "true,true,false,TAKE_THEIRS",
        "false,true,false,CONFLICT",
        "true,false,true,CONFLICT",
        "false,true,true,NOTHING",
        "true,false,false,NOTHING",
        "true,true,true,NOTHING"
    })
    void whoeverHasChangedItAloneCounts(boolean before, boolean ours, boolean theirs, Step step) {
        assertEquals(step, SyncRule.decide(before, ours, theirs));
    }
}
