/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer;

import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;

import fi.saumaton.devstack.NativeJson;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What only a native executable would miss. */
class NativeReflectionTest {
    @Test
    void whatIsMadeIntoJsonByHandIsRegistered() {
        assertEquals(new NativeJson.Faults(Set.of(), Set.of()), NativeJson.faults(Path.of("src/main/java")));
    }
}
