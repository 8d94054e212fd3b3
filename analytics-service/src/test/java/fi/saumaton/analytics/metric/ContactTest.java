/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContactTest {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final UUID FIRST_MESSAGE = UUID.randomUUID();
    private static final Interval DAY =
            new Interval(NINE.minusSeconds(3600), NINE.plusSeconds(36_000), NINE.plusSeconds(7200));

    @Test
    void waitsUntilAPersonsFirstAnswer() {
        Contact contact = only(opened(0), sent(40, AuthorType.AGENT), sent(90, AuthorType.AGENT));

        assertEquals(Contact.State.ANSWERED, contact.stateIn(DAY));
        assertEquals(Duration.ofSeconds(40), contact.waited(DAY));
    }

    @Test
    void neitherABotNorAConfirmationAnswers() {
        Contact contact = only(opened(0), sent(1, AuthorType.BOT), sent(2, AuthorType.SYSTEM));

        assertEquals(Contact.State.WAITING, contact.stateIn(DAY));
        assertEquals(Duration.ofHours(2), contact.waited(DAY));
    }

    @Test
    void aClosingWithoutAnAnswerLeavesTheCustomerWaiting() {
        Contact contact = only(opened(0), closed(60, AuthorType.AGENT, "resolved"));

        assertEquals(Contact.State.WAITING, contact.stateIn(DAY));
    }

    @Test
    void aPersonsJudgementThatNoReplyIsDueSettles() {
        Contact contact = only(opened(0), closed(60, AuthorType.AGENT, "no-reply-needed"));

        assertEquals(Contact.State.SETTLED, contact.stateIn(DAY));
        assertEquals(Duration.ofSeconds(60), contact.waited(DAY));
        assertEquals(Duration.ofSeconds(60), contact.waitedForAssignment(DAY));
    }

    @Test
    void aMachineDoesNotSettle() {
        Contact contact = only(opened(0), closed(60, AuthorType.SYSTEM, "spam"));

        assertEquals(Contact.State.WAITING, contact.stateIn(DAY));
    }

    @Test
    void aLateAnswerEndsTheWaitingOfBothContacts() {
        List<Contact> contacts = Contact.of(List.of(
                opened(0), closed(60, AuthorType.AGENT, "resolved"), reopened(600), sent(700, AuthorType.AGENT)));

        assertEquals(2, contacts.size());
        assertFalse(contacts.get(0).reopened());
        assertEquals(Duration.ofSeconds(700), contacts.get(0).waited(DAY));
        assertTrue(contacts.get(1).reopened());
        assertEquals(Duration.ofSeconds(100), contacts.get(1).waited(DAY));
    }

    @Test
    void anAnswerBeforeTheContactIsNoneToIt() {
        List<Contact> contacts = Contact.of(List.of(opened(0), sent(30, AuthorType.AGENT), reopened(600)));

        assertEquals(Contact.State.ANSWERED, contacts.get(0).stateIn(DAY));
        assertEquals(Contact.State.WAITING, contacts.get(1).stateIn(DAY));
    }

    @Test
    void anAutomaticMailIsNoContact() {
        LoggedEvent autoReply = LoggedEvent.of(EventKind.MESSAGE_RECEIVED, UUID.randomUUID(), NINE)
                .conversation(CONVERSATION)
                .message(FIRST_MESSAGE)
                .automatic(true)
                .build();

        assertFalse(only(opened(0), autoReply).countsIn(DAY));
        assertTrue(only(opened(0)).countsIn(DAY));
    }

    @Test
    void aPersonInAConversationThatAMachineBeganIsAContactFromThenOn() {
        List<Contact> contacts = Contact.of(List.of(
                opened(0),
                automaticFirstMessage(),
                found(EventKind.ISSUE_CONTINUED, 300),
                sent(400, AuthorType.AGENT),
                found(EventKind.ISSUE_REOPENED, 500)));

        List<Contact> counted =
                contacts.stream().filter(contact -> contact.countsIn(DAY)).toList();
        assertEquals(1, counted.size());
        assertEquals(NINE.plusSeconds(300), counted.getFirst().startedAt());
        assertEquals("email", counted.getFirst().channelKind());
        assertEquals(Duration.ofSeconds(100), counted.getFirst().waited(DAY));
    }

    @Test
    void whoReopensAConversationThatAMachineBeganIsOneContact() {
        List<Contact> contacts = Contact.of(List.of(
                opened(0),
                automaticFirstMessage(),
                event(EventKind.CONVERSATION_REOPENED, 300)
                        .message(UUID.randomUUID())
                        .channel("email:support", "email")
                        .build(),
                found(EventKind.ISSUE_OPENED, 300)));

        assertEquals(
                List.of(true),
                contacts.stream()
                        .filter(contact -> contact.countsIn(DAY))
                        .map(Contact::reopened)
                        .toList());
    }

    private static LoggedEvent found(EventKind kind, long second) {
        return event(kind, second).issue(UUID.randomUUID()).build();
    }

    private static LoggedEvent automaticFirstMessage() {
        return event(EventKind.MESSAGE_RECEIVED, 0)
                .message(FIRST_MESSAGE)
                .automatic(true)
                .build();
    }

    @Test
    void theLatestIdentificationTellsTheCustomer() {
        UUID mikko = UUID.randomUUID();
        Contact contact = only(identified(20, mikko), identified(10, UUID.randomUUID()), opened(0));

        assertEquals(mikko, contact.customerId());
        assertNull(only(opened(0)).customerId());
    }

    @Test
    void assignmentIsTheFirstAfterTheStart() {
        Contact contact = only(assigned(-5), opened(0), assigned(25), assigned(15), sent(40, AuthorType.AGENT));

        assertEquals(Duration.ofSeconds(15), contact.waitedForAssignment(DAY));
    }

    @Test
    void whatHappenedAfterTheMomentOfTheReportIsNotKnown() {
        Contact contact = only(opened(0), assigned(15), sent(40, AuthorType.AGENT));
        Interval early = new Interval(DAY.from(), DAY.to(), NINE.plusSeconds(30));

        assertEquals(Contact.State.WAITING, contact.stateIn(early));
        assertEquals(Duration.ofSeconds(30), contact.waited(early));
        assertEquals(Duration.ofSeconds(15), contact.waitedForAssignment(early));
        assertFalse(contact.countsIn(new Interval(DAY.from(), DAY.to(), NINE.minusSeconds(1))));
    }

    @Test
    void theIntervalEndsBeforeItsEnd() {
        Contact contact = only(opened(0));

        assertTrue(contact.countsIn(new Interval(NINE, NINE.plusSeconds(1), DAY.asOf())));
        assertFalse(contact.countsIn(new Interval(NINE.minusSeconds(1), NINE, DAY.asOf())));
    }

    private static Contact only(LoggedEvent... events) {
        List<Contact> contacts = Contact.of(List.of(events));
        assertEquals(1, contacts.size());
        return contacts.getFirst();
    }

    private static LoggedEvent opened(long second) {
        return started(EventKind.CONVERSATION_OPENED, second);
    }

    private static LoggedEvent reopened(long second) {
        return started(EventKind.CONVERSATION_REOPENED, second);
    }

    private static LoggedEvent started(EventKind kind, long second) {
        return event(kind, second)
                .message(FIRST_MESSAGE)
                .channel("email:support", "email")
                .build();
    }

    private static LoggedEvent sent(long second, AuthorType author) {
        return event(EventKind.MESSAGE_SENT, second).author(author).build();
    }

    private static LoggedEvent closed(long second, AuthorType author, String reason) {
        return event(EventKind.CONVERSATION_CLOSED, second)
                .author(author)
                .reason(reason)
                .build();
    }

    private static LoggedEvent identified(long second, UUID customer) {
        return event(EventKind.CUSTOMER_IDENTIFIED, second).customer(customer).build();
    }

    private static LoggedEvent assigned(long second) {
        return event(EventKind.WORK_ITEM_ASSIGNED, second).build();
    }

    private static LoggedEvent.Builder event(EventKind kind, long second) {
        return LoggedEvent.of(kind, UUID.randomUUID(), NINE.plusSeconds(second)).conversation(CONVERSATION);
    }
}
