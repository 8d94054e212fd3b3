/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class OfferTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final UUID OFFER = UUID.randomUUID();
    private static final Interval DAY = new Interval(NOON, NOON.plusSeconds(3600), NOON.plusSeconds(3600));

    @Test
    void theEarlierOutcomeHolds() {
        Offer offer = Offer.of(List.of(
                        event(EventKind.OFFER_TIMED_OUT, 30),
                        event(EventKind.OFFER_ACCEPTED, 29),
                        event(EventKind.OFFER_MADE, 0)))
                .getFirst();

        assertEquals(Offer.Outcome.ACCEPTED, offer.outcomeIn(DAY));
        assertEquals(NOON.plusSeconds(29), offer.endedAt());
    }

    @Test
    void isPendingUntilItsOutcome() {
        Offer offer = Offer.of(List.of(event(EventKind.OFFER_MADE, 0), event(EventKind.OFFER_DECLINED, 10)))
                .getFirst();

        assertNull(offer.outcomeIn(new Interval(NOON, NOON.plusSeconds(3600), NOON.plusSeconds(9))));
        assertEquals(Offer.Outcome.DECLINED, offer.outcomeIn(DAY));
    }

    @Test
    void anOutcomeWithoutAnOfferIsNoOffer() {
        assertEquals(List.of(), Offer.of(List.of(event(EventKind.OFFER_ACCEPTED, 10))));
    }

    private static LoggedEvent event(EventKind kind, long second) {
        return LoggedEvent.of(kind, UUID.randomUUID(), NOON.plusSeconds(second))
                .offer(OFFER)
                .build();
    }
}
