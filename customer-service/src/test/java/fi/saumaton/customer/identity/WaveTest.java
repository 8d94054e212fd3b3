/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WaveTest {
    private static final Handle A = new Handle(Handle.EMAIL, "a@example.test");
    private static final Handle B = new Handle(Handle.EMAIL, "b@example.test");
    private static final Handle C = new Handle(Handle.SHOP_CUSTOMER, "c");

    @Test
    void strangersAreTakenTogether() {
        var one = sighting(A);
        var other = sighting(B);

        assertEquals(
                List.of(one, other), Wave.choose(List.of(one, other), Map.of()).sightings());
    }

    @Test
    void whoeverBringsTheSameNewHandleWaitsForTheFirst() {
        var first = sighting(A);
        var second = sighting(A, C);

        var wave = Wave.choose(List.of(first, second), Map.of());

        assertEquals(List.of(first), wave.sightings());
        assertEquals(List.of(second), wave.waiting());
    }

    @Test
    void contactsOfOneKnownCustomerGoTogether() {
        var known = Map.of(A, known(UUID.randomUUID()));
        var first = sighting(A);
        var second = sighting(A);

        assertEquals(
                List.of(first, second),
                Wave.choose(List.of(first, second), known).sightings());
    }

    @Test
    void whatChangesACustomerIsAlone() {
        var customer = UUID.randomUUID();
        var known = Map.of(A, known(customer), B, known(customer));
        var changes = sighting(A, C);
        var follows = sighting(B);

        assertEquals(
                List.of(changes), Wave.choose(List.of(changes, follows), known).sightings());
        assertEquals(
                List.of(follows), Wave.choose(List.of(follows, changes), known).sightings());
    }

    @Test
    void sightingsOfACustomerWhoMovedMeanwhileWait() {
        var customer = UUID.randomUUID();
        var moved = sighting(A);
        var stays = sighting(B);
        var wave = Wave.choose(List.of(moved, stays), Map.of(A, known(customer), B, known(UUID.randomUUID())))
                .without(Set.of(customer));

        assertEquals(List.of(stays), wave.sightings());
        assertEquals(List.of(moved), wave.waiting());
    }

    @Test
    void orderIsKeptAmongThoseThatShareAHandle() {
        var customer = UUID.randomUUID();
        var known = Map.of(A, known(customer));
        var first = sighting(A, B);
        var second = sighting(B);
        var third = sighting(B, C);

        var wave = Wave.choose(List.of(first, second, third), known);

        assertEquals(List.of(first), wave.sightings());
        assertEquals(List.of(second, third), wave.waiting());
    }

    private static Sighting sighting(Handle... handles) {
        var proven = List.of(handles).stream()
                .map(handle -> new ProvenHandle(handle, Evidence.DMARC_PASS))
                .toList();
        return new Sighting(UUID.randomUUID(), proven, null, null, "email:support");
    }

    private static Known known(UUID customerId) {
        return new Known(UUID.randomUUID(), customerId, customerId);
    }
}
