/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.Contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TouchpointEventTest {
    @Test
    void recordedIsWrittenAsPromised() {
        var event = Contracts.produced("customer/touchpoint-recorded", TouchpointEvent.Recorded.class);

        assertEquals("order-1001", event.externalId());
    }

    @Test
    void changedIsWrittenAsPromised() {
        var event = Contracts.produced("customer/touchpoint-changed", TouchpointEvent.Changed.class);

        assertEquals(2, event.version());
    }

    @Test
    void removedIsWrittenAsPromised() {
        var event = Contracts.produced("customer/touchpoint-removed", TouchpointEvent.Removed.class);

        assertEquals("delivery-1001", event.externalId());
    }
}
