/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CallTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final String ID = "CA1";

    private final Call waiting = Call.arrived(ID, "voice:main", "+358401234567", START);

    @Test
    void aCallerWaitsIsConnectedTalksAndHangsUp() {
        var call = waiting.assigned("jenni", "Jenni", 7);
        assertEquals(Call.State.CONNECTING, call.state());
        assertEquals(1, call.attempts());
        call = call.on(new CallNews.Answered(ID, at(65)));
        assertEquals(Call.State.TALKING, call.state());
        call = call.on(new CallNews.Ended(ID, "completed", Duration.ofSeconds(180), at(245)));
        assertEquals(Call.State.ENDED, call.state());
        assertEquals(Call.Outcome.TALKED, call.outcome());
        assertEquals(Duration.ofSeconds(65), call.waited(at(9999)));
        assertEquals(Duration.ofSeconds(180), call.talked(at(9999)));
        assertEquals("jenni", call.agentId());
    }

    @Test
    void aTelephoneThatIsNotAnsweredGivesTheCallerBack() {
        var call = waiting.assigned("jenni", "Jenni", 7).on(new CallNews.Unanswered(ID, "no-answer", at(40)));
        assertEquals(Call.State.WAITING, call.state());
        assertNull(call.agentId());
        assertEquals(START, call.startedAt(), "the wait counts on");
        var second = call.assigned("sami", "Sami", 8);
        assertEquals(2, second.attempts());
        assertEquals("sami", second.agentId());
    }

    @Test
    void nobodyIsConnectedToWhoHasHungUp() {
        var gone = waiting.on(new CallNews.Ended(ID, "hangup", Duration.ZERO, at(30)));
        assertEquals(Call.Outcome.UNREACHED, gone.outcome());
        assertSame(gone, gone.assigned("jenni", "Jenni", 7));
        assertEquals(Duration.ofSeconds(30), gone.waited(at(9999)));
    }

    @Test
    void aWishToBeCalledBackOutlivesTheHangUp() {
        var call = waiting.on(new CallNews.CallBackWanted(ID, at(20)))
                .on(new CallNews.Ended(ID, "completed", Duration.ZERO, at(22)));
        assertEquals(Call.Outcome.CALL_BACK, call.outcome());
        assertEquals(at(20), call.endedAt());
    }

    @Test
    void aCustomerWhomWeCalledMayNotBeThere() {
        var call =
                Call.made(UUID.randomUUID(), "voice:main", "+358401234567", UUID.randomUUID(), "jenni", "Jenni", START);
        var over = call.on(new CallNews.Unanswered(call.id(), "busy", at(12)));
        assertEquals(Call.State.ENDED, over.state());
        assertEquals(Call.Outcome.UNREACHED, over.outcome());
        assertFalse(over.incoming());
    }

    @Test
    void toHaveTalkedIsKnownFromTheEndAlone() {
        var call = waiting.assigned("jenni", "Jenni", 7)
                .on(new CallNews.Ended(ID, "completed", Duration.ofSeconds(30), at(100)));
        assertEquals(Call.Outcome.TALKED, call.outcome());
        assertEquals(at(70), call.connectedAt());
    }

    /** Whatever the order, and however often each comes. */
    @Test
    void theOrderOfNewsChangesNothing() {
        var random = new Random(6);
        var facts = List.of(
                new CallNews.Arrived(ID, START),
                new CallNews.Consent(ID, true, at(5)),
                new CallNews.Answered(ID, at(60)),
                new CallNews.Ended(ID, "completed", Duration.ZERO, at(200)),
                new CallNews.Ended(ID, "completed", Duration.ofSeconds(140), at(201)));
        for (int round = 0; round < 500; round++) {
            var news = new ArrayList<CallNews>(facts);
            news.add(facts.get(random.nextInt(facts.size())));
            Collections.shuffle(news, random);
            var call = waiting.assigned("jenni", "Jenni", 7);
            for (var one : news) {
                var before = call;
                call = call.on(one);
                assertTrue(before.state() != Call.State.ENDED || call.state() == Call.State.ENDED, "ended is ended");
            }
            assertEquals(Call.Outcome.TALKED, call.outcome());
            assertEquals(at(200), call.endedAt());
            assertTrue(call.recorded());
            assertFalse(call.waited(at(999)).isNegative());
            assertFalse(call.talked(at(999)).isNegative());
        }
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
