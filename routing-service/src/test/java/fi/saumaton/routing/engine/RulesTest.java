/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** How queues treat their work: levels, rings, overflow, hours, shares, wrap-up, late replies. */
class RulesTest {
    private final Office office = new Office();

    private void queue(String name, Set<String> skills, Set<String> channels, QueueRules rules) {
        office.apply(new Input.QueueConfigured(name, skills, 30, 0, channels, rules, null));
    }

    private static QueueRules rings(Map<String, Integer> levels, boolean language, Ring... rings) {
        return new QueueRules(levels, language, List.of(rings), null, null, null, 0, 0, null, null, false);
    }

    private void agent(String id, Map<String, Integer> skills, Set<String> languages, Set<String> queues, String team) {
        office.present(id);
        office.apply(
                new Input.AgentConfigured(id, id, skills.keySet(), skills, languages, queues, team, Office.FIVE, null));
    }

    @Test
    void aRingLowersTheLevelWithTime() {
        Ring ring = new Ring(120, 2, false, Set.of(), Set.of(), null);
        queue("saws", Set.of("saws"), Set.of("email"), rings(Map.of("saws", 4), false, ring));
        agent("jenni", Map.of("saws", 2), Set.of("fi"), Set.of("saws"), null);
        UUID conversation = office.arrives("email");
        assertNull(office.offeredTo(conversation));
        assertEquals(office.now.plusSeconds(120), office.state.nextWake());

        office.pass(Duration.ofSeconds(119));
        office.apply(new Input.TimePassed());
        assertNull(office.offeredTo(conversation));
        office.pass(Duration.ofSeconds(1));
        office.apply(new Input.TimePassed());

        assertEquals("jenni", office.offeredTo(conversation));
        assertEquals(1, office.decisions.getLast().ring());
    }

    @Test
    void aRingLetsTheLanguageGo() {
        Ring ring = new Ring(60, 0, true, Set.of(), Set.of(), null);
        queue("support", Set.of(), Set.of("email"), rings(Map.of(), true, ring));
        agent("jenni", Map.of(), Set.of("fi"), Set.of("support"), null);
        UUID conversation = new UUID(9, 9);
        office.arrives(conversation, 1, Office.situation("email", "sv", null, null));
        assertNull(office.offeredTo(conversation));

        office.pass(Duration.ofSeconds(60));
        office.apply(new Input.TimePassed());

        assertEquals("jenni", office.offeredTo(conversation));
    }

    @Test
    void ringsWidenToOtherQueuesAndTeams() {
        agent("sami", Map.of(), Set.of("fi"), Set.of(), "shop");
        Ring queues = new Ring(60, 0, false, Set.of("sales"), Set.of(), null);
        Ring teams = new Ring(120, 0, false, Set.of("sales"), Set.of("shop"), null);
        queue("support", Set.of(), Set.of("email"), rings(Map.of(), false, queues, teams));
        queue("sales", Set.of(), Set.of("webchat"), QueueRules.NONE);
        UUID conversation = office.arrives("email");

        office.pass(Duration.ofSeconds(60));
        office.apply(new Input.TimePassed());
        assertNull(office.offeredTo(conversation), "not yet to the shop");
        office.pass(Duration.ofSeconds(60));
        office.apply(new Input.TimePassed());
        assertEquals("sami", office.offeredTo(conversation));

        agent("jenni", Map.of(), Set.of("fi"), Set.of("sales"), null);
        UUID other = office.arrives("email");
        assertNull(office.offeredTo(other), "jenni serves sales alone");
        office.pass(Duration.ofSeconds(60));
        office.apply(new Input.TimePassed());
        assertEquals("jenni", office.offeredTo(other));
    }

    @Test
    void workThatWaitsTooLongOverflowsAndKeepsItsWait() {
        Ring ring = new Ring(300, 0, false, Set.of(), Set.of(), "partner");
        queue("support", Set.of(), Set.of("email"), rings(Map.of(), false, ring));
        queue("partner", Set.of(), Set.of(), QueueRules.NONE);
        agent("sami", Map.of(), Set.of("fi"), Set.of("partner"), null);
        UUID conversation = office.arrives("email");
        var due = office.item(conversation).dueSince();

        office.pass(Duration.ofMinutes(5));
        office.apply(new Input.TimePassed());

        assertEquals("sami", office.offeredTo(conversation));
        assertEquals("partner", office.item(conversation).queue());
        assertEquals(due, office.item(conversation).dueSince());
        assertEquals(
                QueuedReason.OVERFLOWED, office.last(Effect.Queued.class).item().reason());
        assertEquals(5, office.decisions.getLast().chosen().terms().waited());
    }

    @Test
    void queuesThatOverflowIntoEachOtherDoNotSpin() {
        queue("one", Set.of(), Set.of("email"), rings(Map.of(), false, new Ring(60, 0, false, null, null, "two")));
        queue("two", Set.of(), Set.of(), rings(Map.of(), false, new Ring(60, 0, false, null, null, "one")));
        UUID conversation = office.arrives("email");

        office.pass(Duration.ofHours(1));
        office.apply(new Input.TimePassed());

        assertEquals("two", office.item(conversation).queue());
        assertEquals(office.now.plusSeconds(60), office.state.nextWake());
    }

    @Test
    void aClosedQueueOffersNothingUntilItOpens() {
        Hours hours = new Hours(Set.of(DayOfWeek.MONDAY), LocalTime.of(11, 0), LocalTime.of(12, 0));
        queue(
                "support",
                Set.of(),
                Set.of("email"),
                new QueueRules(null, false, null, null, List.of(hours), null, 0, 0, null, null, false));
        office.present("jenni");
        UUID conversation = office.arrives("email");
        assertNull(office.offeredTo(conversation), "ten o'clock in Helsinki");
        assertEquals(java.time.Instant.parse("2026-11-23T09:00:00Z"), office.state.nextWake());

        office.now = office.state.nextWake();
        office.apply(new Input.TimePassed());
        assertEquals("jenni", office.offeredTo(conversation));

        office.now = office.state.nextWake();
        office.apply(new Input.TimePassed());
        assertNull(office.offeredTo(office.arrives("email")), "after twelve");
    }

    @Test
    void whileAQueueIsClosedItsNewWorkGoesElsewhere() {
        Hours hours = new Hours(Set.of(DayOfWeek.SUNDAY), LocalTime.of(9, 0), LocalTime.MIDNIGHT);
        queue("night", Set.of(), Set.of(), QueueRules.NONE);
        queue(
                "support",
                Set.of(),
                Set.of("email"),
                new QueueRules(null, false, null, null, List.of(hours), "night", 0, 0, null, null, false));
        office.apply(new Input.TimePassed());

        assertEquals("night", office.item(office.arrives("email")).queue());
    }

    @Test
    void sharesOfTheWorkGoToOtherQueues() {
        queue("partner", Set.of(), Set.of(), QueueRules.NONE);
        queue(
                "support",
                Set.of(),
                Set.of("email"),
                new QueueRules(null, false, null, Map.of("partner", 30), null, null, 0, 0, null, null, false));
        int partner = 0;
        for (int n = 0; n < 1000; n++) {
            partner += office.item(office.arrives("email")).queue().equals("partner") ? 1 : 0;
        }
        assertEquals(300.0, partner, 45.0);
    }

    @Test
    void afterAContactThereIsTimeToWrapUp() {
        queue(
                "support",
                Set.of(),
                Set.of("webchat"),
                new QueueRules(null, false, null, null, null, null, 20, 0, null, null, false));
        office.present("jenni");
        UUID first = office.arrives("webchat");
        office.accept(first);
        office.apply(new Input.ConversationClosed(first, 4, "resolved"));
        UUID second = office.arrives("webchat");
        assertNull(office.offeredTo(second));

        office.pass(Duration.ofSeconds(20));
        office.apply(new Input.TimePassed());

        assertEquals("jenni", office.offeredTo(second));
    }

    @Test
    void aReplyThatDoesNotComeTakesTheWorkBackAndSaysWhoWasLate() {
        queue(
                "support",
                Set.of(),
                Set.of("webchat"),
                new QueueRules(null, false, null, null, null, null, 0, 600, null, null, false));
        office.present("jenni");
        UUID conversation = office.arrives("webchat");
        office.accept(conversation);
        office.present("sami");

        office.pass(Duration.ofMinutes(10));
        office.apply(new Input.TimePassed());

        Effect.Queued queued = office.last(Effect.Queued.class);
        assertEquals(QueuedReason.REPLY_LATE, queued.item().reason());
        assertEquals("jenni", queued.formerAgentId());
        assertEquals("sami", office.offeredTo(conversation));
    }

    @Test
    void whoRepliesInTimeKeepsTheWork() {
        queue(
                "support",
                Set.of(),
                Set.of("webchat"),
                new QueueRules(null, false, null, null, null, null, 0, 600, null, null, false));
        office.present("jenni");
        UUID conversation = office.arrives("webchat");
        office.accept(conversation);
        office.apply(new Input.AgentReplied(conversation, 2));

        office.pass(Duration.ofHours(10));
        office.apply(new Input.TimePassed());

        assertEquals("jenni", office.item(conversation).agentId());
        assertNotEquals(ItemState.WAITING, office.item(conversation).state());
    }
}
