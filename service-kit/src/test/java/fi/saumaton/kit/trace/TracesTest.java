/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.trace;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.SpanContext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TracesTest {

    private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void whatIsWrittenIsRead() {
        SpanContext parent = Traces.parent(SAMPLED);
        assertEquals("0af7651916cd43dd8448eb211c80319c", parent.getTraceId());
        assertEquals("b7ad6b7169203331", parent.getSpanId());
        assertTrue(parent.isRemote());
        assertEquals(SAMPLED, Traces.of(parent));
        assertTrue(Traces.sampled(SAMPLED));
        assertTrue(Traces.sampled(SAMPLED.replace("-01", "-03")));
    }

    @Test
    void unsampledTraceIsNotCarriedOn() {
        String unsampled = SAMPLED.replace("-01", "-00");
        assertFalse(Traces.sampled(unsampled));
        assertNull(Traces.of(Traces.parent(unsampled)));
    }

    @Test
    void nonsenseIsNoTrace() {
        for (String value : new String[] {
            null, "", "x".repeat(55), SAMPLED.substring(0, 54), "00-" + "0".repeat(32) + SAMPLED.substring(35)
        }) {
            assertFalse(Traces.sampled(value), value);
            assertFalse(Traces.parent(value).isValid(), value);
        }
    }
}
