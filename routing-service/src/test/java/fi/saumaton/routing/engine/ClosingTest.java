/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class ClosingTest {
    private final Office office = Office.withSupportQueue();
    private final UUID conversation = new UUID(5, 5);
    private final Situation situation = Office.situation("email", "fi", null, null);

    @Test
    void assignedWorkIsDone() {
        office.present("jenni");
        office.arrives(conversation, 1, situation);
        office.accept(conversation);

        office.apply(new Input.ConversationClosed(conversation, 4, "resolved"));

        assertEquals("jenni", office.last(Effect.Done.class).item().agentId());
        assertNull(office.item(conversation));
        assertEquals(0, office.state.load("jenni"));
    }

    @Test
    void workThatNobodyHasIsWithdrawnAndItsOfferRescinded() {
        office.present("jenni");
        office.arrives(conversation, 1, situation);

        office.apply(new Input.ConversationClosed(conversation, 2, "spam"));

        assertEquals(
                OfferState.RESCINDED,
                office.last(Effect.OfferEnded.class).offer().state());
        assertEquals("spam", office.last(Effect.Withdrawn.class).reason());
        assertEquals(0, office.state.load("jenni"));
    }

    @Test
    void workIdentifiedAfterTheConversationWasClosedIsNoWork() {
        office.present("jenni");
        office.apply(new Input.ConversationClosed(conversation, 3, "spam"));

        office.arrives(conversation, 1, situation);

        assertNull(office.item(conversation));
        assertEquals(0, office.all(Effect.Queued.class).size());
    }

    @Test
    void aReopenedConversationIsNewWorkWithAHigherToken() {
        office.present("jenni");
        office.arrives(conversation, 1, situation);
        office.accept(conversation);
        office.apply(new Input.ConversationClosed(conversation, 4, "resolved"));

        office.arrives(conversation, 5, situation);

        assertEquals(QueuedReason.REOPENED, office.item(conversation).reason());
        office.accept(conversation);
        assertEquals(2, office.item(conversation).assignmentNumber());
    }

    @Test
    void aReopeningHeardOfBeforeTheClosingIsNotLost() {
        office.present("jenni");
        office.arrives(conversation, 1, situation);
        office.accept(conversation);
        UUID first = office.item(conversation).id();

        office.arrives(conversation, 5, situation);
        office.apply(new Input.ConversationClosed(conversation, 4, "resolved"));

        assertEquals(first, office.last(Effect.Done.class).item().id());
        assertNotEquals(first, office.item(conversation).id());
        assertEquals(QueuedReason.REOPENED, office.item(conversation).reason());
        assertEquals("jenni", office.offeredTo(conversation));
    }

    @Test
    void learningMoreOfTheCustomerMakesNoSecondItem() {
        office.present("jenni");
        office.arrives(conversation, 1, situation);

        office.arrives(conversation, 3, Office.situation("email", "sv", null, null));

        assertEquals(1, office.all(Effect.Queued.class).size());
        assertEquals("sv", office.item(conversation).situation().language());
    }

    @Test
    void aClosingTwiceIsOneClosing() {
        office.arrives(conversation, 1, situation);
        office.apply(new Input.ConversationClosed(conversation, 2, "resolved"));
        office.apply(new Input.ConversationClosed(conversation, 2, "resolved"));

        assertEquals(1, office.all(Effect.Withdrawn.class).size());
    }

    @Test
    void transferredWorkGoesToTheOtherQueueAndNotBackToWhoGaveIt() {
        office.apply(new Input.QueueConfigured("machines", Set.of(), 60, 0, Set.of(), null));
        office.present("jenni");
        office.arrives(conversation, 1, situation);
        office.accept(conversation);
        office.present("sami");
        UUID item = office.item(conversation).id();

        assertEquals(Answer.NOT_FOUND, office.apply(new Input.Transferred(item, "machines", "sami")));
        assertEquals(Answer.UNKNOWN_QUEUE, office.apply(new Input.Transferred(item, "nowhere", "jenni")));
        assertEquals(Answer.DONE, office.apply(new Input.Transferred(item, "machines", "jenni")));

        assertEquals("sami", office.offeredTo(conversation));
        assertEquals("machines", office.item(conversation).queue());
        assertEquals(
                QueuedReason.TRANSFERRED,
                office.last(Effect.Queued.class).item().reason());
    }

    @Test
    void aSilentConversationThatIsTransferredTakesNoCapacityOfItsNewOwner() {
        office.present("jenni");
        office.arrives(conversation, 1, situation);
        office.accept(conversation);
        office.apply(new Input.AgentReplied(conversation, 3));
        office.present("sami");

        office.apply(new Input.Transferred(office.item(conversation).id(), "support", "jenni"));
        assertEquals(2, office.state.load("sami"), "while it is offered");
        office.accept(conversation);

        assertEquals(0, office.state.load("sami"));
        office.apply(new Input.CustomerWrote(conversation, 4, office.now));
        assertEquals(2, office.state.load("sami"));
    }

    @Test
    void anAnswerOfTheOldOwnerThatComesAfterTheyWereGoneLeavesNothingToDo() {
        office.present("jenni");
        office.arrives(conversation, 1, situation);
        office.accept(conversation);
        office.goes("jenni", Presence.OFFLINE);
        office.present("sami");
        assertEquals("sami", office.offeredTo(conversation));

        office.apply(new Input.AgentReplied(conversation, 3));

        assertNull(office.offeredTo(conversation));
        assertEquals(
                "no-reply-due", office.last(Effect.OfferEnded.class).offer().reason());
        assertEquals(0, office.state.load("sami"));
        office.apply(new Input.CustomerWrote(conversation, 4, office.now));
        assertEquals("sami", office.offeredTo(conversation));
        assertEquals(
                QueuedReason.CUSTOMER_WROTE,
                office.last(Effect.Queued.class).item().reason());
    }

    @Test
    void aConversationThatBeginsWithAnAutomaticMessageIsNoWorkUntilSomebodyWritesInIt() {
        office.present("jenni");
        office.apply(new Input.AgentReplied(conversation, 2));
        office.arrives(conversation, 1, situation);
        assertEquals(0, office.all(Effect.Queued.class).size());
        office.pass(Duration.ofHours(1));

        office.apply(new Input.CustomerWrote(conversation, 3, office.now));

        assertEquals("jenni", office.offeredTo(conversation));
        assertEquals(office.now, office.item(conversation).queuedAt());
    }
}
