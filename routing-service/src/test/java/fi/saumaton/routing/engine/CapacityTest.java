/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class CapacityTest {
    private final Office office = Office.withSupportQueue();

    @Test
    void offeredWorkTakesItsWeightUntilThereIsNoRoom() {
        office.present("jenni");
        UUID first = office.arrives("email");
        UUID second = office.arrives("email");
        UUID third = office.arrives("email");

        assertEquals("jenni", office.offeredTo(first));
        assertEquals("jenni", office.offeredTo(second));
        assertNull(office.offeredTo(third), "2 + 2 + 2 > 5");
        assertEquals("jenni", office.offeredTo(office.arrives("webchat")), "2 + 2 + 1 = 5");
    }

    @Test
    void answeredWorkTakesNoneAndMakesRoomAtOnce() {
        tinyDesk("jenni");
        UUID first = office.arrives("webchat");
        office.accept(first);
        UUID second = office.arrives("webchat");
        assertNull(office.offeredTo(second));

        office.apply(new Input.AgentReplied(first, 2));

        assertEquals("jenni", office.offeredTo(second));
        assertEquals(ItemState.ASSIGNED, office.item(first).state());
    }

    @Test
    void theCustomerWhoWritesAgainComesBackToTheSameAgentEvenWhenFull() {
        tinyDesk("jenni");
        UUID first = office.arrives("webchat");
        office.accept(first);
        office.apply(new Input.AgentReplied(first, 2));
        UUID second = office.arrives("webchat");
        office.accept(second);

        office.apply(new Input.CustomerWrote(first, 3, office.now));

        assertEquals("jenni", office.item(first).agentId());
        assertEquals(2, office.state.load("jenni"));
        assertNull(office.offeredTo(office.arrives("webchat")));
    }

    @Test
    void anOlderMessageDoesNotUndoANewerOne() {
        office.present("jenni");
        UUID conversation = office.arrives("webchat");
        office.accept(conversation);
        office.apply(new Input.AgentReplied(conversation, 4));

        office.apply(new Input.CustomerWrote(conversation, 3, office.now));

        assertEquals(0, office.state.load("jenni"));
    }

    private void tinyDesk(String agent) {
        office.apply(new Input.PresenceChanged(
                agent, agent, Presence.AVAILABLE, null, new Input.Defaults(Set.of("fi"), new Capacity(1, Map.of()))));
    }
}
