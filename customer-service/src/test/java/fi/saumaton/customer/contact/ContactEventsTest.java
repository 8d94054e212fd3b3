/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.Contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

class ContactEventsTest {
    @Test
    void identifiedIsWrittenAsPromised() {
        var event = Contracts.produced("customer/identified", IdentifiedEvent.class);

        assertEquals("Mikko", event.displayName());
    }

    @Test
    void openedIsUnderstood() {
        var event = Contracts.consumed("conversation/opened", ConversationEvent.Begun.class);

        assertEquals(event.openedAt(), event.at());
        assertFalse(event.sender().handles().isEmpty());
    }

    @Test
    void reopenedIsUnderstood() {
        var event = Contracts.consumed("conversation/reopened", ConversationEvent.Begun.class);

        assertEquals(event.reopenedAt(), event.at());
    }

    @Test
    void messageReceivedIsUnderstood() {
        var event = Contracts.consumed("conversation/message-received", ConversationEvent.MessageReceived.class);

        assertFalse(event.text().isEmpty());
        assertFalse(event.sender().handles().isEmpty());
    }

    @Test
    void messageSentIsUnderstood() {
        var event = Contracts.consumed("conversation/message-sent", ConversationEvent.MessageSent.class);

        assertFalse(event.text().isEmpty());
        assertNotNull(event.author().type());
    }

    @Test
    void claimMadeIsUnderstood() {
        var event = Contracts.consumed("conversation/claim-made", ConversationEvent.ClaimMade.class);

        assertFalse(event.handle().proven());
    }

    @Test
    void assignedIsUnderstood() {
        var event = Contracts.consumed("routing/work-item-assigned", RoutingEvent.Assigned.class);

        assertNotNull(event.agentId());
    }
}
