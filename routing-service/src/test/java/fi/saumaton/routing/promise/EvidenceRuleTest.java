/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EvidenceRuleTest {
    private static final UUID CONVERSATION = Promised.CONVERSATION;
    private static final Instant LATER = Promised.MADE.plusSeconds(3600);

    private static Promise after(PromiseKind kind, Contact... contacts) {
        Promise promise = Promised.of(kind);
        for (Contact contact : contacts) {
            promise = promise.after(contact, LATER.plusSeconds(1000));
        }
        return promise;
    }

    private static Contact ours(int second) {
        return new Contact.Ours(CONVERSATION, new UUID(7, second), LATER.plusSeconds(second));
    }

    private static Contact theirs(int second, boolean thanksOnly) {
        return new Contact.Theirs(CONVERSATION, LATER.plusSeconds(second), thanksOnly);
    }

    private static Contact resolved(int second) {
        return new Contact.Resolved(CONVERSATION, LATER.plusSeconds(second), Promised.JENNI);
    }

    @Test
    void aMessageOfOursAnsweredAndAnOutcomeKeepIt() {
        Promise kept = after(PromiseKind.CALL_BACK, ours(10), theirs(20, false), resolved(30));
        assertEquals(PromiseState.KEPT, kept.state());
        assertEquals("conversation", kept.progress().evidence().kind());
        assertEquals(LATER.plusSeconds(20), kept.progress().evidence().at());
        assertEquals(new UUID(7, 10).toString(), kept.progress().evidence().ref());
        assertEquals(Promised.JENNI, kept.progress().evidence().by());
    }

    @Test
    void thanksClearNothing() {
        assertEquals(
                PromiseState.OPEN,
                after(PromiseKind.CALL_BACK, theirs(5, true), resolved(30)).state());
        assertEquals(
                PromiseState.OPEN,
                after(PromiseKind.CALL_BACK, ours(10), theirs(20, true), resolved(30))
                        .state());
        assertEquals(
                PromiseState.OPEN,
                after(PromiseKind.REPLY, theirs(5, true), resolved(30)).state());
    }

    @Test
    void aPromisedAnswerIsKeptByTheAnswerOnceSomebodyCallsTheMatterResolved() {
        assertEquals(PromiseState.OPEN, after(PromiseKind.REPLY, ours(10)).state());
        Promise kept = after(PromiseKind.REPLY, ours(10), resolved(30));
        assertEquals(PromiseState.KEPT, kept.state());
        assertEquals(LATER.plusSeconds(10), kept.progress().evidence().at());
    }

    @Test
    void anAnswerThatDidNotArriveIsNone() {
        Contact failed = new Contact.Undelivered(CONVERSATION, new UUID(7, 10));
        assertEquals(
                PromiseState.OPEN,
                after(PromiseKind.REPLY, ours(10), failed, resolved(30)).state());
    }

    @Test
    void thePromisingMessageAndWhatWasSaidBeforeAreNoEvidence() {
        Contact promising = new Contact.Ours(CONVERSATION, Promised.PROMISING, LATER);
        Contact before = new Contact.Ours(CONVERSATION, UUID.randomUUID(), Promised.MADE);
        Promise promise = after(PromiseKind.REPLY, before, promising, resolved(30));
        assertEquals(PromiseState.OPEN, promise.state());
        assertNull(promise.progress().trail().oursAt());
    }

    @Test
    void whatHappensElsewhereIsNotKeptInWriting() {
        for (PromiseKind kind : List.of(PromiseKind.MEETING, PromiseKind.DELIVERY)) {
            assertEquals(
                    PromiseState.OPEN,
                    after(kind, ours(10), theirs(20, false), resolved(30)).state());
        }
    }

    @Test
    void thanksAreToldFromMoreThanThanks() {
        for (String thanks :
                List.of("Kiitos!", "Kiitos paljon 😊", "Tack så mycket!", "Thank you very much", "👍", "OK, thanks")) {
            assertTrue(ThanksRule.thanksOnly(thanks), thanks);
        }
        for (String more : List.of(
                "Kiitos, mutta teräketju puuttuu vielä", "Thanks, when do you call?", "Tack, det fungerar nu", "?")) {
            assertFalse(ThanksRule.thanksOnly(more), more);
        }
    }
}
