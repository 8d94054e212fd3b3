/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fi.saumaton.gateway.Contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

/** What routing publishes is readable here. */
class RoutingEventContractTest {
    private static final String CONVERSATION = "0199c0de-0002-7000-8000-000000000002";

    @Test
    void anAssignmentNamesItsAgentAndFencingNumber() {
        var assigned = Contracts.example("routing/work-item-assigned", RoutingEvent.Assigned.class);
        assertEquals(CONVERSATION, assigned.conversationId().toString());
        assertEquals("Jenni", assigned.agentName());
        assertEquals(1, assigned.assignmentNumber());
    }

    @Test
    void anOfferNamesWhomAndUntilWhen() {
        var offer = Contracts.example("routing/offer-made", RoutingEvent.OfferMade.class);
        assertEquals("3f1e9a52-7c0d-4b7e-9a51-0d2c5f4b8e10", offer.agentId());
        assertEquals(Instant.parse("2026-11-21T09:00:30.318Z"), offer.expiresAt());
        assertEquals("support", offer.queue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"offer-accepted", "offer-declined", "offer-timed-out", "offer-rescinded"})
    void anEndedOfferNamesItself(String name) {
        var offer = Contracts.example("routing/" + name, RoutingEvent.OfferEnded.class);
        assertNotNull(offer.offerId());
        assertNotNull(offer.agentId());
        assertEquals(CONVERSATION, offer.conversationId().toString());
    }

    @Test
    void aQueuedWorkItemNamesItsConversationAndWhy() {
        var queued = Contracts.example("routing/work-item-queued", RoutingEvent.Queued.class);
        assertEquals(CONVERSATION, queued.conversationId().toString());
        assertNotNull(queued.reason());
    }
}
