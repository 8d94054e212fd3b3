/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fi.saumaton.routing.dispatch.InputLog.Arrival;
import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.intake.Turns.Turn;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TurnsTest {
    private static final UUID ID = new UUID(1, 1);
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void theFirstMessagesTurnNothingSinceWorkArrivesWithAReplyDue() {
        Turns turns = new Turns(List.of());

        turns.on(received(2), null);
        turns.on(received(3), null);

        assertEquals(List.of(), turns.inputs());
        assertEquals(List.of(), List.copyOf(turns.changed()));
        assertEquals(List.of(new Turn(ID, true, 0)), List.copyOf(turns.all()));
    }

    @Test
    void eachChangeOfTurnIsAnInputAndTheLastOneIsKept() {
        Turns turns = new Turns(List.of(new Turn(ID, true, 4)));

        turns.on(sent(5, "agent"), "trace");
        turns.on(sent(6, "agent"), null);
        turns.on(received(7), null);
        turns.on(received(8), null);

        assertEquals(
                List.of(
                        new Arrival(new Input.AgentReplied(ID, 5), "trace"),
                        arrival(new Input.CustomerWrote(ID, 7, AT))),
                turns.inputs());
        assertEquals(List.of(new Turn(ID, true, 7)), List.copyOf(turns.changed()));
    }

    @Test
    void whatIsOlderThanTheLastChangeIsIgnored() {
        Turns turns = new Turns(List.of(new Turn(ID, false, 9)));

        turns.on(received(8), null);

        assertEquals(List.of(), turns.inputs());
    }

    @Test
    void automaticMessagesAndReceiptsOfTheSystemAreNobodysTurn() {
        Turns due = new Turns(List.of(new Turn(ID, true, 1)));
        due.on(sent(2, "system"), null);
        Turns silent = new Turns(List.of(new Turn(ID, false, 1)));
        silent.on(new ConversationEvent.MessageReceived(ID, 2, 2, true, AT, null), null);

        assertEquals(List.of(), due.inputs());
        assertEquals(List.of(), silent.inputs());
    }

    @Test
    void aConversationThatBeginsWithAnAutomaticMessageWaitsForTheCustomer() {
        Turns turns = new Turns(List.of());
        turns.on(new ConversationEvent.MessageReceived(ID, 2, 1, true, AT, null), null);
        turns.on(new ConversationEvent.MessageReceived(ID, 3, 2, true, AT, null), null);
        turns.on(new ConversationEvent.MessageReceived(ID, 4, 3, false, AT, null), null);

        assertEquals(
                List.of(new Input.AgentReplied(ID, 2), new Input.CustomerWrote(ID, 4, AT)),
                turns.inputs().stream().map(Arrival::input).toList());
    }

    @Test
    void aBotAnswersToo() {
        Turns turns = new Turns(List.of());

        turns.on(sent(2, "bot"), null);

        assertEquals(List.of(arrival(new Input.AgentReplied(ID, 2))), turns.inputs());
    }

    @Test
    void aReopenedConversationHasAReplyDueAndAClosingIsAlwaysHeard() {
        Turns turns = new Turns(List.of(new Turn(ID, false, 4)));

        turns.on(new ConversationEvent.Closed(ID, 5, "resolved", null, AT), null);
        turns.on(new ConversationEvent.Reopened(ID, 6, AT), null);

        List<Arrival> expected = new ArrayList<>();
        expected.add(arrival(new Input.ConversationClosed(ID, 5, "resolved")));
        expected.add(arrival(new Input.CustomerWrote(ID, 6, AT)));
        assertEquals(expected, turns.inputs());
    }

    private static Arrival arrival(Input input) {
        return new Arrival(input, null);
    }

    private static ConversationEvent received(long version) {
        return new ConversationEvent.MessageReceived(ID, version, 2, false, AT, null);
    }

    private static ConversationEvent sent(long version, String author) {
        return new ConversationEvent.MessageSent(
                ID, version, new ConversationEvent.MessageSent.Author(author), null, AT);
    }
}
