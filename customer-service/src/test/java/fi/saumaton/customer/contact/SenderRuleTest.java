/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

import fi.saumaton.customer.identity.Evidence;
import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.identity.ProvenHandle;
import fi.saumaton.customer.identity.StatedHandle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SenderRuleTest {
    private static final Handle MAIL = new Handle("email", "mikko@example.test");
    private final SenderRule rule = new SenderRule(new HandleRule("FI"));

    @Test
    void aMailWithTheStampIsProven() {
        var reading = read(new StatedHandle("email", "Mikko@Example.test", true, "dmarc-pass"));

        assertEquals(List.of(new ProvenHandle(MAIL, Evidence.DMARC_PASS)), reading.proven());
        assertEquals(Set.of(), reading.claims());
        assertTrue(reading.verified());
    }

    @Test
    void aFromWithoutTheStampIsAClaim() {
        var reading = read(new StatedHandle("email", "mikko@example.test", false, "claim"));

        assertEquals(List.of(), reading.proven());
        assertEquals(Set.of(MAIL), reading.claims());
        assertFalse(reading.verified());
        assertEquals("", reading.proof());
    }

    @Test
    void unknownEvidenceIsAClaimAndNonsenseIsNothing() {
        var reading = read(
                new StatedHandle("email", "mikko@example.test", true, "trust-me"),
                new StatedHandle("email", "not an address", true, "dmarc-pass"));

        assertEquals(List.of(), reading.proven());
        assertEquals(Set.of(MAIL), reading.claims());
    }

    @Test
    void whatIsProvenIsNoClaimToo() {
        var reading = read(
                new StatedHandle("email", "mikko@example.test", false, "claim"),
                new StatedHandle("email", "mikko@example.test", true, "shop-token"));

        assertEquals(Set.of(), reading.claims());
    }

    @Test
    void newProofExceedsTheOld() {
        var visitor = new StatedHandle("visitor", "v-1", true, "channel");
        var anonymous = read(visitor);
        var signedIn = read(visitor, new StatedHandle("shop-customer", "4711", true, "shop-token"));

        assertTrue(signedIn.exceeds(anonymous.proof()));
        assertFalse(anonymous.exceeds(signedIn.proof()));
        assertFalse(signedIn.exceeds(signedIn.proof()));
        assertFalse(read().exceeds(anonymous.proof()), "who proves nothing changes nothing");
        assertTrue(anonymous.exceeds(""));
    }

    @Test
    void addressesAreFoundInText() {
        assertEquals(
                Set.of(MAIL, new Handle("email", "jenni.j@example.test")),
                rule.typed("Olen mikko@example.test, (tai <Jenni.J@example.test>). Vastaa mikko@example.test."));
        assertEquals(Set.of(), rule.typed("twitter @mikko, 5 @ 3 €, a@b"));
        assertEquals(Set.of(), rule.typed(null));
    }

    @Test
    void aListOfAddressesTellsNothing() {
        var text = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append("a").append(i).append("@example.test ");
        }

        assertEquals(SenderRule.MAX_TYPED, rule.typed(text.toString()).size());
    }

    @Test
    void hostileTextIsReadQuickly() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            rule.typed("a@" + "a.".repeat(500_000));
            rule.typed("a".repeat(500_000) + "@");
            rule.typed("a@a".repeat(300_000));
        });
    }

    private SenderRule.Reading read(StatedHandle... handles) {
        return rule.read(new ConversationEvent.Sender(List.of(handles), "Mikko"));
    }
}
