/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChecksumTest {
    @ParameterizedTest
    @ValueSource(strings = {"1572860-0", "0201256-6", "2345678-0", "3120457-5"})
    void businessIdsProveThemselves(String id) {
        assertTrue(Checksum.businessId(id));
        int last = id.charAt(8) - '0';
        assertFalse(Checksum.businessId(id.substring(0, 8) + (last + 1) % 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234561", "1002340", "44719205", "100234019"})
    void referencesProveThemselves(String reference) {
        assertTrue(Checksum.reference(reference));
        int last = reference.charAt(reference.length() - 1) - '0';
        assertFalse(Checksum.reference(reference.substring(0, reference.length() - 1) + (last + 3) % 10));
    }

    @Test
    void noughtsAreNoReference() {
        assertFalse(Checksum.reference("0000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FI2112345600000785", "SE4550000000058398257466", "DE89370400440532013000", "RF18539007547034"})
    void accountsAndCreditorReferencesProveThemselves(String code) {
        assertTrue(Checksum.modulo97(code));
        assertFalse(Checksum.modulo97(code.substring(0, code.length() - 2) + "99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "378282246310005", "8112289874"})
    void luhnSeesADigitThatIsWrong(String digits) {
        assertTrue(Checksum.luhn(digits));
        assertFalse(Checksum.luhn("9" + digits.substring(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"131052-308T", "240505A901V", "010190-123m"})
    void identityCodesProveThemselves(String code) {
        assertTrue(Checksum.identityCode(code));
        assertFalse(Checksum.identityCode(code.substring(0, 10) + "A"));
    }

    @Test
    void thirteenMonthsAreNoIdentityCode() {
        assertFalse(Checksum.identityCode("011352-308T"));
    }
}
