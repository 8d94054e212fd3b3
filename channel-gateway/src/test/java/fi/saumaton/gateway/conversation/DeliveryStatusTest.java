/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import org.junit.jupiter.api.Test;

import static fi.saumaton.gateway.conversation.DeliveryStatus.ACCEPTED;
import static fi.saumaton.gateway.conversation.DeliveryStatus.DELIVERED;
import static fi.saumaton.gateway.conversation.DeliveryStatus.FAILED;
import static fi.saumaton.gateway.conversation.DeliveryStatus.READ;
import static fi.saumaton.gateway.conversation.DeliveryStatus.SENT;
import static fi.saumaton.gateway.conversation.DeliveryStatus.UNCERTAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeliveryStatusTest {
    @Test
    void receiptsMayComeInAnyOrder() {
        assertTrue(SENT.givesWayTo(READ), "read without delivered");
        assertFalse(READ.givesWayTo(DELIVERED), "delivered after read");
        assertFalse(DELIVERED.givesWayTo(SENT));
        assertFalse(READ.givesWayTo(READ), "the same again is no news");
    }

    @Test
    void doubtIsSettledByWhateverIsKnownLater() {
        assertTrue(UNCERTAIN.givesWayTo(SENT));
        assertTrue(UNCERTAIN.givesWayTo(FAILED));
        assertFalse(SENT.givesWayTo(UNCERTAIN));
        assertTrue(ACCEPTED.givesWayTo(UNCERTAIN));
    }

    @Test
    void whoHasReadAMessageHasGotIt() {
        assertTrue(FAILED.givesWayTo(READ));
        assertFalse(READ.givesWayTo(FAILED));
        assertTrue(SENT.givesWayTo(FAILED), "a bounce comes after the sending");
    }

    @Test
    void theWireFormIsLowerCase() {
        assertEquals("uncertain", UNCERTAIN.wire());
        assertEquals(DELIVERED, DeliveryStatus.of("delivered"));
    }
}
