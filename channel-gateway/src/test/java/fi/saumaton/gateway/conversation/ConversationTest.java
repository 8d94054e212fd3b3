/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.Sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConversationTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Handle MIKKO = Handle.proven("email", "mikko@example.test", "dmarc-pass");
    private static final Author JENNI = Author.agent("jenni", "Jenni");

    private final Changes changes = new Changes(NINE);
    private final Conversation conversation = Conversation.open(message(false), "email", List.of(), NINE);

    private static Inbound message(boolean automatic, Handle... more) {
        return new Inbound(
                "email:support",
                UUID.randomUUID().toString(),
                MIKKO,
                new Sender(List.of(more), "Mikko"),
                "oil",
                List.of(),
                null,
                "Oil",
                "en",
                "Which oil?",
                null,
                null,
                List.of(),
                automatic,
                NINE);
    }

    private int receive(Inbound message, Changes at) {
        return conversation.receive(UUID.randomUUID(), message, at);
    }

    private static List<String> types(Changes changes) {
        return changes.events().stream().map(event -> event.type()).toList();
    }

    @Test
    void theFirstMessageOpensItAndMakesAReplyDue() {
        assertEquals(1, receive(message(false), changes));
        assertEquals(List.of("fi.saumaton.conversation.opened.v1"), types(changes));
        var view = conversation.view();
        assertEquals("open", view.state());
        assertTrue(view.replyDue());
        assertEquals(NINE, view.replyDueSince());
        assertEquals(1, view.version());
    }

    @Test
    void nobodyWaitsForAnAnswerToAnAutomaticMessage() {
        receive(message(true), changes);
        assertFalse(conversation.view().replyDue());
        var opened = (ConversationEvent.Opened) changes.events().getFirst().data();
        assertTrue(opened.automatic());
    }

    @Test
    void theCustomerWaitsSinceTheFirstMessageWithoutAnAnswer() {
        receive(message(false), changes);
        receive(message(false), new Changes(TEN));
        assertEquals(NINE, conversation.view().replyDueSince());
        assertEquals(3, conversation.answer(new Changes(TEN)));
        assertNull(conversation.view().replyDueSince());
        receive(message(false), new Changes(TEN));
        assertEquals(TEN, conversation.view().replyDueSince());
    }

    @Test
    void aMessageAfterTheClosingReopensItWithoutItsOwner() {
        receive(message(false), changes);
        conversation.assign(new Owner("jenni", "Jenni", 7), changes);
        conversation.close(CloseReason.RESOLVED, JENNI, changes);
        assertEquals("closed", conversation.view().state());
        assertFalse(conversation.view().replyDue());

        var later = new Changes(TEN);
        assertEquals(2, receive(message(false), later));
        assertEquals(List.of("fi.saumaton.conversation.reopened.v1"), types(later));
        assertEquals("open", conversation.view().state());
        assertNull(conversation.view().owner());
        assertNull(conversation.view().closedAt());
        assertFalse(conversation.assign(new Owner("jenni", "Jenni", 7), later), "an assignment from before is stale");
    }

    @Test
    void anAutomaticMessageAfterTheClosingIsKeptAndReopensNothing() {
        receive(message(false), changes);
        conversation.close(CloseReason.RESOLVED, JENNI, changes);

        var later = new Changes(TEN);
        assertEquals(2, receive(message(true), later));
        assertEquals(List.of(), types(later));
        assertEquals("closed", conversation.view().state());
        assertFalse(conversation.view().replyDue());
        assertEquals(3, receive(message(false), later), "the person behind it still may come back");
        assertEquals(List.of("fi.saumaton.conversation.reopened.v1"), types(later));
    }

    @Test
    void toCloseWhatIsClosedSaysNothing() {
        receive(message(false), changes);
        conversation.close(CloseReason.SPAM, JENNI, changes);
        var again = new Changes(TEN);
        conversation.close(CloseReason.OTHER, JENNI, again);
        assertEquals(List.of(), types(again));
        assertEquals(NINE, conversation.view().closedAt());
    }

    @Test
    void onlyANewerAssignmentChangesTheOwner() {
        receive(message(false), changes);
        assertTrue(conversation.assign(new Owner("sami", "Sami", 5), changes));
        assertFalse(conversation.assign(new Owner("jenni", "Jenni", 4), changes));
        assertFalse(conversation.assign(new Owner("jenni", "Jenni", 5), changes));
        assertTrue(conversation.isOwnedBy("sami", 5L));
        assertTrue(conversation.isOwnedBy("sami", null));
        assertFalse(conversation.isOwnedBy("sami", 4L), "who holds an older number has been away");
        assertFalse(conversation.isOwnedBy("jenni", null));
    }

    @Test
    void aClaimIsToldOnceAndAProofReplacesIt() {
        receive(message(false), changes);
        var phone = Handle.claimed("phone", "+358401234567");
        var told = new Changes(TEN);
        conversation.claim(phone, told);
        conversation.claim(phone, told);
        assertEquals(List.of("fi.saumaton.conversation.claim-made.v1"), types(told));

        var proven = Handle.proven("phone", "+358401234567", "order");
        receive(message(false, proven), new Changes(TEN));
        assertTrue(conversation.view().sender().handles().contains(proven));
        assertFalse(conversation.view().sender().handles().contains(phone));
    }

    @Test
    void whatIsKnownOfTheCustomerGivesWayOnlyToNewerKnowledge() {
        receive(message(false), changes);
        var mikko = new CustomerSummary(UUID.randomUUID(), "Mikko", true, null, null, List.of());
        var nobody = new CustomerSummary(UUID.randomUUID(), null, false, null, null, List.of());
        assertTrue(conversation.identify(mikko, null, 3, TEN, changes));
        assertFalse(conversation.identify(nobody, null, 1, TEN, changes));
        assertFalse(conversation.identify(nobody, null, 3, NINE, changes));
        assertEquals("Mikko", conversation.view().customer().displayName());
    }

    @Test
    void anOfferThatHasEndedTakesNoNewerOneAlong() {
        receive(message(false), changes);
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        conversation.offered(first, "jenni", changes);
        conversation.offered(second, "sami", changes);
        conversation.offerEnded(first, changes);
        assertEquals("sami", conversation.offeredTo());
        conversation.offerEnded(second, changes);
        assertNull(conversation.offeredTo());
    }
}
