/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;
import fi.saumaton.gateway.channel.meta.ErrorClass;
import fi.saumaton.gateway.channel.meta.GraphError;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WhatsAppErrorsTest {
    private static GraphError error(int code) {
        return new GraphError(code, 0, "");
    }

    @ParameterizedTest
    @CsvSource({
        "RETRY, 1 2 131057 131016 131000",
        "SLOW_DOWN, 4 80007 130429",
        "WAIT_FOR_RECIPIENT, 131056",
        "ACCOUNT_TROUBLE, 0 190 3 10 200 250 299 131048 131031 368 130497 131042",
        "FINAL, 131047 131026 131049 131050 130472 131062 131051 131052 131053",
        "FINAL, 132000 132001 132005 132007 132012 132015 132016",
        "FINAL, 100 199 300 999999"
    })
    void eachCodeHasItsClass(ErrorClass errorClass, String codes) {
        Arrays.stream(codes.split(" "))
                .mapToInt(Integer::parseInt)
                .forEach(code -> assertEquals(
                        errorClass, WhatsAppErrors.rule(error(code)).errorClass(), "code " + code));
    }

    @Test
    void thePairRateDelaysThisCustomerAlone() {
        var outcome = WhatsAppErrors.rule(error(131056)).outcome(error(131056), null);
        var failure = assertInstanceOf(DeliveryOutcome.TemporaryFailure.class, outcome);
        assertEquals(Scope.RECIPIENT, failure.scope());
        assertEquals(Duration.ofSeconds(6), failure.retryAfter());
    }

    @Test
    void theThroughputDelaysTheAccountByOurOwnGaps() {
        var failure = assertInstanceOf(
                DeliveryOutcome.TemporaryFailure.class,
                WhatsAppErrors.rule(error(130429)).outcome(error(130429), null));
        assertEquals(Scope.ACCOUNT, failure.scope());
        assertNull(failure.retryAfter());
        var told = WhatsAppErrors.rule(error(130429)).outcome(error(130429), Duration.ofSeconds(20));
        assertEquals(
                Duration.ofSeconds(20),
                assertInstanceOf(DeliveryOutcome.TemporaryFailure.class, told).retryAfter());
    }

    @Test
    void aTokenThatIsOverStopsTheChannel() {
        var failure = assertInstanceOf(
                DeliveryOutcome.TemporaryFailure.class,
                WhatsAppErrors.rule(error(190)).outcome(error(190), null));
        assertEquals(Scope.ACCOUNT, failure.scope());
        assertEquals(Duration.ofMinutes(5), failure.retryAfter());
    }

    @Test
    void whatNobodyKnowsIsFinalAndSaysWhatMetaSaid() {
        var error = new GraphError(131777, 3, "Something new");
        var failure = assertInstanceOf(
                DeliveryOutcome.FinalFailure.class, WhatsAppErrors.rule(error).outcome(error, null));
        assertEquals("131777.3", failure.code());
        assertTrue(failure.reason().contains("Something new"));
    }
}
