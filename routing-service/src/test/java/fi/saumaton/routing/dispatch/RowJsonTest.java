/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fi.saumaton.routing.engine.Capacity;
import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.Presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RowJsonTest {

    @Test
    void inputsComeBackAsTheyWere() {
        Input presence = new Input.PresenceChanged(
                "jenni",
                "Jenni",
                Presence.AVAILABLE,
                null,
                new Input.Defaults(Set.of("fi"), new Capacity(5, Map.of("email", 2))));
        Input message = new Input.CustomerWrote(new UUID(1, 2), 3, Instant.parse("2026-11-21T09:00:00.123456Z"));

        assertEquals(presence, InputKind.read(InputKind.of(presence), RowJson.write(presence)));
        assertEquals(message, InputKind.read(InputKind.of(message), RowJson.write(message)));
    }

    @Test
    void namesAreThoseOfTheColumns() {
        assertEquals(
                "{\"offer_id\":\"00000000-0000-0001-0000-000000000002\",\"agent_id\":\"jenni\",\"reason\":\"busy\"}",
                RowJson.write(new Input.OfferDeclined(new UUID(1, 2), "jenni", "busy")));
    }

    @Test
    void whatPostgresCannotHoldIsLeftOut() {
        String hostile = "a\u0000b\ud83dc\ud83d\ude00";

        Input read =
                RowJson.read(RowJson.write(new Input.OfferDeclined(null, "jenni", hostile)), Input.OfferDeclined.class);

        assertEquals("abc\ud83d\ude00", ((Input.OfferDeclined) read).reason());
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> InputKind.read("unheard-of", "{}"));
    }
}
