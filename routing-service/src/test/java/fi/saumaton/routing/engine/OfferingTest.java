/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class OfferingTest {
    private final Office office = Office.withSupportQueue();

    @Test
    void newWorkIsOfferedToWhoHasBeenIdleLongest() {
        office.present("sami");
        office.present("jenni");

        UUID conversation = office.arrives("webchat");

        assertEquals("sami", office.offeredTo(conversation));
        Offer offer = office.last(Effect.OfferMade.class).offer();
        assertEquals(Duration.ofSeconds(30), Duration.between(offer.madeAt(), offer.expiresAt()));
    }

    @Test
    void equallyIdleAgentsAreTakenInOrderOfTheirIds() {
        office.goes("sami", Presence.AVAILABLE);
        office.goes("jenni", Presence.AVAILABLE);

        assertEquals("jenni", office.offeredTo(office.arrives("webchat")));
    }

    @Test
    void whoServedTheCustomerWithin72HoursIsPreferred() {
        office.present("sami");
        office.present("jenni");
        UUID conversation = new UUID(9, 9);

        office.arrives(
                conversation, 1, Office.situation("email", null, "jenni", office.now.minus(Duration.ofHours(72))));

        assertEquals("jenni", office.offeredTo(conversation));
    }

    @Test
    void whoServedTheCustomerLongerAgoIsNotPreferred() {
        office.present("sami");
        office.present("jenni");
        UUID conversation = new UUID(9, 9);

        office.arrives(
                conversation,
                1,
                Office.situation(
                        "email",
                        null,
                        "jenni",
                        office.now.minus(Duration.ofHours(72).plusSeconds(1))));

        assertEquals("sami", office.offeredTo(conversation));
    }

    @Test
    void theCustomersLanguageComesBeforeIdleTime() {
        office.present("sami");
        office.present("jenni");
        office.apply(new Input.AgentConfigured(
                "sami", "sami", Set.of(), Set.of("fi"), Set.of("support"), Office.FIVE, null));
        UUID conversation = new UUID(9, 9);

        office.arrives(conversation, 1, Office.situation("webchat", "sv", null, null));

        assertEquals("jenni", office.offeredTo(conversation));
    }

    @Test
    void theOldestWorkGoesFirstAndPriorityIsWorthItsMinutes() {
        office.apply(new Input.QueueConfigured("urgent", Set.of(), 30, 10, Set.of("webhook"), null));
        UUID oldest = office.arrives("webchat");
        office.pass(Duration.ofMinutes(6));
        UUID younger = office.arrives("webchat");
        UUID urgent = office.arrives("webhook");
        Capacity one = new Capacity(1, Map.of());
        office.apply(new Input.PresenceChanged(
                "jenni", "Jenni", Presence.AVAILABLE, null, new Input.Defaults(Set.of(), one)));

        assertEquals("jenni", office.offeredTo(urgent), "six minutes less waited, ten minutes ahead");
        office.accept(urgent);
        office.apply(new Input.ConversationClosed(urgent, 5, "resolved"));
        assertEquals("jenni", office.offeredTo(oldest));
        assertNull(office.offeredTo(younger));
    }

    @Test
    void aQueueThatAsksForASkillIsServedByWhoHasIt() {
        office.apply(new Input.QueueConfigured("machines", Set.of("saws"), 30, 5, Set.of("email"), null));
        office.present("jenni");
        office.present("sami");
        UUID conversation = office.arrives("email");
        assertNull(office.offeredTo(conversation));

        office.apply(new Input.AgentConfigured(
                "sami", "Sami", Set.of("saws"), Set.of("fi"), Set.of("machines"), Office.FIVE, 0L));

        assertEquals("sami", office.offeredTo(conversation));
    }

    @Test
    void aDeclinedOfferGoesToTheNext() {
        office.present("sami");
        office.present("jenni");
        UUID conversation = office.arrives("webchat");

        assertEquals(Answer.DONE, office.decline(conversation));

        assertEquals("jenni", office.offeredTo(conversation));
        assertEquals(
                OfferState.DECLINED,
                office.last(Effect.OfferEnded.class).offer().state());
        assertEquals("busy", office.last(Effect.OfferEnded.class).offer().reason());
        assertEquals(
                QueuedReason.DECLINED, office.last(Effect.Queued.class).item().reason());
    }

    @Test
    void whoDeclinedIsAskedAgainOnlyWhenNobodyElseIsLeft() {
        office.present("sami");
        office.present("jenni");
        UUID conversation = office.arrives("webchat");
        office.decline(conversation);
        assertEquals("jenni", office.offeredTo(conversation));

        office.goes("jenni", Presence.AWAY);

        assertEquals("sami", office.offeredTo(conversation));
    }

    @Test
    void whoDeclinedIsNotAskedWhileTheOtherOneOnlyLacksRoom() {
        office.present("sami");
        Capacity one = new Capacity(1, Map.of());
        office.apply(new Input.PresenceChanged(
                "jenni", "Jenni", Presence.AVAILABLE, null, new Input.Defaults(Set.of(), one)));
        office.pass(Duration.ofMinutes(1));
        UUID first = office.arrives("webchat");
        office.decline(first);
        office.accept(first);
        UUID second = office.arrives("webchat");
        assertEquals("sami", office.offeredTo(second));

        office.decline(second);

        assertNull(office.offeredTo(second));
        office.apply(new Input.ConversationClosed(first, 4, "resolved"));
        assertEquals("jenni", office.offeredTo(second));
    }

    @Test
    void anOfferTimesOutAndGoesToTheNextWhileTheWaitCountsOn() {
        office.present("sami");
        office.present("jenni");
        UUID conversation = office.arrives("webchat");
        var queuedAt = office.item(conversation).queuedAt();

        office.timeOut(conversation);

        assertEquals("jenni", office.offeredTo(conversation));
        assertEquals(queuedAt, office.item(conversation).queuedAt());
        assertEquals(
                QueuedReason.TIMED_OUT, office.last(Effect.Queued.class).item().reason());
    }

    @Test
    void anAcceptanceAfterTheTimeLimitIsATimeOut() {
        office.present("sami");
        UUID conversation = office.arrives("webchat");
        UUID offer = office.item(conversation).offerId();
        office.pass(Duration.ofSeconds(30));

        assertEquals(Answer.OFFER_NOT_PENDING, office.apply(new Input.OfferAccepted(offer, "sami")));
        assertEquals(
                List.of(OfferState.TIMED_OUT),
                office.all(Effect.OfferEnded.class).stream()
                        .map(ended -> ended.offer().state())
                        .toList());
    }

    @Test
    void somebodyElsesOfferIsNotFound() {
        office.present("sami");
        UUID conversation = office.arrives("webchat");
        UUID offer = office.item(conversation).offerId();

        assertEquals(Answer.NOT_FOUND, office.apply(new Input.OfferAccepted(offer, "jenni")));
        assertEquals(Answer.NOT_FOUND, office.apply(new Input.OfferDeclined(offer, "jenni", null)));
        assertEquals("sami", office.offeredTo(conversation));
    }

    @Test
    void theSameOfferIsAcceptedOnce() {
        office.present("sami");
        UUID conversation = office.arrives("webchat");
        UUID offer = office.item(conversation).offerId();

        assertEquals(Answer.DONE, office.apply(new Input.OfferAccepted(offer, "sami")));
        assertEquals(Answer.OFFER_NOT_PENDING, office.apply(new Input.OfferAccepted(offer, "sami")));
        assertEquals(1, office.all(Effect.Assigned.class).size());
        assertEquals(1, office.item(conversation).assignmentNumber());
    }
}
