/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GoneTest {
    private final Office office = Office.withSupportQueue();

    @Test
    void aDeadDeskLosesItsOffersAndWhatIsDue() {
        office.present("jenni");
        UUID offered = office.arrives("webchat");
        UUID due = office.arrives("webchat");
        office.accept(due);
        UUID silent = office.arrives("webchat");
        office.accept(silent);
        office.apply(new Input.AgentReplied(silent, 2));

        office.apply(new Input.LeaseExpired("jenni"));

        Agent jenni = office.last(Effect.PresenceChanged.class).agent();
        assertEquals(Presence.OFFLINE, jenni.presence());
        assertEquals("lease-expired", jenni.presenceReason());
        assertEquals(
                OfferState.RESCINDED,
                office.last(Effect.OfferEnded.class).offer().state());
        assertEquals(ItemState.WAITING, office.item(offered).state());
        assertEquals(ItemState.WAITING, office.item(due).state());
        assertEquals(QueuedReason.AGENT_GONE, office.item(due).reason());
        assertEquals(ItemState.ASSIGNED, office.item(silent).state());
    }

    @Test
    void anotherAgentGetsWhatWasDueAndThenItsTokenIsHigher() {
        office.present("jenni");
        UUID conversation = office.arrives("webchat");
        office.accept(conversation);
        office.present("sami");

        office.goes("jenni", Presence.OFFLINE);

        assertEquals("sami", office.offeredTo(conversation));
        office.accept(conversation);
        assertEquals(2, office.item(conversation).assignmentNumber());
    }

    @Test
    void theCustomerOfAnAgentWhoIsGoneWaitsAgainAndIsRemembered() {
        office.present("jenni");
        UUID conversation = office.arrives("webchat");
        office.accept(conversation);
        office.apply(new Input.AgentReplied(conversation, 2));
        office.goes("jenni", Presence.OFFLINE);

        office.apply(new Input.CustomerWrote(conversation, 3, office.now));

        assertEquals(QueuedReason.CUSTOMER_WROTE, office.item(conversation).reason());
        assertEquals(ItemState.WAITING, office.item(conversation).state());
        office.present("jenni");
        assertEquals("jenni", office.offeredTo(conversation));
        assertEquals(60, office.decisions.getLast().chosen().terms().lastAgent());
    }

    @Test
    void whoIsAwayIsOfferedNothingButKeepsWhatIsAssigned() {
        office.present("jenni");
        UUID assigned = office.arrives("webchat");
        office.accept(assigned);
        UUID offered = office.arrives("webchat");

        office.goes("jenni", Presence.AWAY);

        assertNull(office.offeredTo(offered));
        assertEquals("jenni", office.item(assigned).agentId());
        office.pass(Duration.ofMinutes(5));
        office.goes("jenni", Presence.AVAILABLE);
        assertEquals("jenni", office.offeredTo(offered));
        assertTrue(office.item(offered).refusedBy().isEmpty(), "a rescinded offer is no refusal");
    }

    @Test
    void aRepeatedPresenceChangesNothing() {
        office.present("jenni");
        int before = office.effects.size();

        office.goes("jenni", Presence.AVAILABLE);

        assertEquals(before, office.effects.size());
    }
}
