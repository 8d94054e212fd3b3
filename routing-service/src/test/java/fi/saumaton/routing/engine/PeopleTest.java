/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What people carry and what they are spared. */
class PeopleTest {
    private final Office office = Office.withSupportQueue();
    private long conversations = 100;

    private UUID arrives(double frustration) {
        UUID conversation = new UUID(9, conversations++);
        Situation calm = Office.situation("webchat", null, null, null);
        office.arrives(conversation, 1, calm.felt(frustration, null));
        return conversation;
    }

    private void capacity(String agent, Capacity capacity) {
        office.apply(new Input.PresenceChanged(
                agent, agent, Presence.AVAILABLE, null, new Input.Defaults(Set.of("fi"), capacity)));
        office.pass(Duration.ofSeconds(1));
    }

    @Test
    void afterAVeryHardContactNoHardOneComesForTwentyMinutes() {
        office.present("jenni");
        UUID veryHard = arrives(-8);
        office.accept(veryHard);
        UUID hard = arrives(-6);
        UUID mild = arrives(-5);
        assertNull(office.offeredTo(hard));
        assertEquals("jenni", office.offeredTo(mild));
        office.apply(new Input.ConversationClosed(veryHard, 5, "resolved"));

        office.pass(Duration.ofMinutes(20).minusSeconds(1));
        office.apply(new Input.TimePassed());
        assertNull(office.offeredTo(hard));
        office.pass(Duration.ofSeconds(1));
        office.apply(new Input.TimePassed());
        assertEquals("jenni", office.offeredTo(hard));
    }

    @Test
    void nobodyIsSparedAnEmergency() {
        QueueRules emergency = new QueueRules(null, false, null, null, null, null, 0, 0, null, null, true);
        office.apply(new Input.QueueConfigured("alarm", Set.of(), 30, 60, Set.of("webchat"), emergency, null));
        office.present("jenni");
        office.accept(arrives(-9));

        assertEquals("jenni", office.offeredTo(arrives(-9)));
    }

    @Test
    void whoHadHardContactsComesLaterInTurn() {
        office.present("jenni");
        UUID hard = arrives(-7);
        office.accept(hard);
        office.apply(new Input.ConversationClosed(hard, 5, "resolved"));
        office.pass(Duration.ofMinutes(1));
        office.present("sami");

        UUID next = office.arrives("webchat");

        assertEquals("sami", office.offeredTo(next), "idle for a second, but not strained");
        Decision.Candidate jenni = office.decisions.getLast().runnerUp();
        assertEquals("jenni", jenni.agentId());
        assertEquals(-(7 - 1 - 1 / 60.0), jenni.terms().strain(), 0.001);
    }

    @Test
    void theSituationsTermsAreVisibleAndPutTheContactAhead() {
        UUID plain = office.arrives("webchat");
        UUID promised = office.arrives("webchat");
        office.apply(new Input.SituationChanged(promised, -4.0, Situation.Promised.DUE));
        office.pass(Duration.ofMinutes(2));
        capacity("jenni", new Capacity(1, Map.of()));

        assertEquals("jenni", office.offeredTo(promised));
        assertNull(office.offeredTo(plain));
        Terms terms = office.decisions.getLast().chosen().terms();
        assertEquals(new Terms(2, 0, 30, 12, 0, 0, 0, 0, 0, 0), terms);
        assertEquals(44, terms.score());
    }

    @Test
    void purchasesCountUpToALimit() {
        Situation rich = new Situation(
                new UUID(2, 2), "webchat:shop", "webchat", null, null, null, "customer", 2500.0, null, null);
        office.present("jenni");
        office.arrives(new UUID(9, 1), 1, rich);
        assertEquals(2.5, office.decisions.getLast().chosen().terms().value());
    }

    @Test
    void voiceIsAloneAndMailMayBeInterrupted() {
        office.apply(new Input.QueueConfigured("support", Set.of(), 30, 0, Set.of("email", "webchat", "voice"), null));
        capacity("jenni", new Capacity(3, Map.of("email", 2), Set.of("email"), Set.of("voice")));
        UUID mail = office.arrives("email");
        assertEquals("jenni", office.offeredTo(mail));
        UUID call = office.arrives("voice");
        assertEquals("jenni", office.offeredTo(call), "mail is not in the way of a call");
        UUID chat = office.arrives("webchat");
        assertNull(office.offeredTo(chat), "nothing beside a call");
        UUID second = office.arrives("voice");
        assertNull(office.offeredTo(second), "one call at a time");

        office.accept(call);
        office.apply(new Input.ConversationClosed(call, 4, "resolved"));

        assertEquals("jenni", office.offeredTo(chat), "who waited longest");
        assertNull(office.offeredTo(second));
    }

    @Test
    void theFirstInTheMorningGetsTheNightsMailLittleByLittle() {
        capacity("jenni", new Capacity(18, Map.of()));
        office.goes("jenni", Presence.OFFLINE);
        for (int n = 0; n < 30; n++) {
            office.arrives("webchat");
        }
        office.pass(Duration.ofHours(8));
        office.present("jenni");
        assertEquals(5, office.state.load("jenni"));

        office.pass(Duration.ofMinutes(5));
        office.apply(new Input.TimePassed());
        assertEquals(10, office.state.load("jenni"));
        office.pass(Duration.ofMinutes(5));
        office.apply(new Input.TimePassed());
        assertEquals(18, office.state.load("jenni"));
        assertNull(office.state.nextWake());
    }

    @Test
    void whoHadOnlyLostTheLineGetsAllOfItAtOnce() {
        capacity("jenni", new Capacity(18, Map.of()));
        office.goes("jenni", Presence.OFFLINE);
        for (int n = 0; n < 30; n++) {
            office.arrives("webchat");
        }
        office.pass(Duration.ofMinutes(10));

        office.present("jenni");

        assertEquals(18, office.state.load("jenni"));
        assertNull(office.state.nextWake());
    }
}
