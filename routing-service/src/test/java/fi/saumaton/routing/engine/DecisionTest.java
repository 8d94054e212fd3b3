/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class DecisionTest {
    private final Office office = Office.withSupportQueue();

    @Test
    void everyTermIsKeptInMinutes() {
        UUID conversation = new UUID(9, 9);
        office.arrives(conversation, 1, Office.situation("webchat", "fi", "Jenni", office.now));
        office.pass(Duration.ofSeconds(90));
        office.goes("Jenni", Presence.AVAILABLE);

        Decision.Candidate chosen = office.decisions.getLast().chosen();

        assertEquals(new Terms(1.5, 0, 0, 0, 0, 0, 60, 10, 0, 0), chosen.terms());
        assertEquals(71.5, chosen.score());
        assertNull(office.decisions.getLast().runnerUp());
    }

    @Test
    void theSentenceTellsTheTermThatDecided() {
        office.present("Sami");
        office.present("Jenni");
        UUID conversation = new UUID(9, 9);
        office.arrives(conversation, 1, Office.situation("email", null, "Jenni", office.now));

        Decision decision = office.decisions.getLast();

        assertEquals(
                "Offered to Jenni after 0 min of waiting, because Jenni served this customer within the last 72 hours;"
                        + " next would have been Sami (60.0 against 0.0 minutes).",
                Explanation.EN.of(decision));
        assertEquals(
                "Tarjottiin 0 minuutin odotuksen jälkeen agentille Jenni, koska Jenni palveli samaa asiakasta"
                        + " viimeisten 72 tunnin aikana; seuraava olisi ollut Sami (60,0 ja 0,0 minuuttia).",
                Explanation.FI.of(decision));
        assertEquals(
                "Erbjöds Jenni efter 0 minuters väntan, eftersom Jenni har betjänat samma kund under de senaste"
                        + " 72 timmarna; näst i tur var Sami (60,0 mot 0,0 minuter).",
                Explanation.SV.of(decision));
    }

    @Test
    void theSentenceSaysWhenThereWasNoChoice() {
        office.present("Jenni");
        office.arrives("email");

        assertEquals(
                "Offered to Jenni after 0 min of waiting, because nobody else could take it.",
                Explanation.EN.of(office.decisions.getLast()));
    }

    @Test
    void theSentenceNamesTheIdleTime() {
        office.present("Sami");
        office.present("Jenni");
        office.arrives("email");

        assertEquals(
                "Offered to Sami after 0 min of waiting, because Sami had been idle longest;"
                        + " next would have been Jenni (0.0 against 0.0 minutes).",
                Explanation.EN.of(office.decisions.getLast()));
    }

    @Test
    void aClockThatJumpsBackMakesNoNegativeTerms() {
        office.present("Jenni");
        office.pass(Duration.ofHours(-1));
        office.arrives("email");

        assertEquals(
                new Terms(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                office.decisions.getLast().chosen().terms());
    }
}
