/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.Contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CustomerEventTest {
    @Test
    void createdIsWrittenAsPromised() {
        var event = Contracts.produced("customer/created", CustomerEvent.Created.class);

        assertEquals("fi.saumaton.customer.created.v1", event.type());
    }

    @Test
    void linkedIsWrittenAsPromised() {
        var event = Contracts.produced("customer/linked", CustomerEvent.Linked.class);

        assertEquals("fi.saumaton.customer.linked.v1", event.type());
        assertEquals(Evidence.DMARC_PASS.confidence(), event.confidence().doubleValue());
    }

    @Test
    void joinedPartedAndUnlinkedAreWrittenAsPromised() {
        var joined = Contracts.produced("customer/joined", CustomerEvent.Joined.class);
        var parted = Contracts.produced("customer/parted", CustomerEvent.Parted.class);
        var unlinked = Contracts.produced("customer/unlinked", CustomerEvent.Unlinked.class);

        assertEquals("fi.saumaton.customer.joined.v1", joined.type());
        assertEquals("fi.saumaton.customer.parted.v1", parted.type());
        assertEquals(joined.joinedCustomerId(), parted.partedCustomerId());
        assertEquals("fi.saumaton.customer.unlinked.v1", unlinked.type());
        assertEquals("order", unlinked.evidence());
    }
}
