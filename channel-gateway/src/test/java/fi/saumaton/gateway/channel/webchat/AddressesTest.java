/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fi.saumaton.gateway.channel.Handle;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AddressesTest {
    @Test
    void anAddressIsNormalised() {
        assertEquals(
                Optional.of(Handle.claimed("email", "mikko@example.test")), Addresses.email(" Mikko@Example.TEST "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mikko", "@example.test", "mikko@", "mikko@example", "a b@example.test", "a@b.c\nBcc: x@y.zz"
            })
    void whatIsNoAddressIsNone(String text) {
        assertEquals(Optional.empty(), Addresses.email(text));
    }

    @ParameterizedTest
    @CsvSource({
        "040 123 4567, +358401234567",
        "+46 (8) 123-456, +468123456",
        "0046 8 123456, +468123456",
        "+358401234567, +358401234567"
    })
    void aPhoneNumberBecomesInternational(String written, String normal) {
        assertEquals(Optional.of(Handle.claimed("phone", normal)), Addresses.phone(written, "+358"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "call me", "+0401234567", "+1234", "+12345678901234567"})
    void whatIsNoNumberIsNone(String text) {
        assertEquals(Optional.empty(), Addresses.phone(text, "+358"));
    }

    @Test
    void addressesAreFoundInAText() {
        assertEquals(
                List.of(Handle.claimed("email", "mikko@example.test"), Handle.claimed("email", "m.k@work.test")),
                Addresses.within("I am Mikko@example.test, or (m.k@work.test). mikko@example.test!"));
        assertEquals(List.of(), Addresses.within("Meet me @ the shop"));
    }

    @Test
    void aHostileTextTakesNoTime() {
        assertEquals(List.of(), Addresses.within("a@" + "a.".repeat(4000) + "!"));
        assertEquals(List.of(), Addresses.within("a".repeat(8000) + "@"));
    }
}
