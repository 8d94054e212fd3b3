/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fi.saumaton.gateway.channel.DeliveryOutcome.FinalFailure;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;
import fi.saumaton.gateway.channel.DeliveryOutcome.TemporaryFailure;
import fi.saumaton.gateway.channel.DeliveryOutcome.Uncertain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class XAnswerTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_341_600);

    @Test
    void aLimitIsOverWhenItsHeaderSays() {
        assertEquals(
                new TemporaryFailure("X's limit is reached", Duration.ofMinutes(10), Scope.ACCOUNT),
                XAnswer.refusal(429, "1795342200", NOW));
        assertEquals(
                new TemporaryFailure("X's limit is reached", Duration.ofSeconds(1), Scope.ACCOUNT),
                XAnswer.refusal(429, "1795341000", NOW));
        assertEquals(
                new TemporaryFailure("X's limit is reached", null, Scope.ACCOUNT), XAnswer.refusal(429, null, NOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void aRefusalIsFinal(int status) {
        assertInstanceOf(FinalFailure.class, XAnswer.refusal(status, null, NOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 503})
    void whatIsWrongWithTheAccountOrWithXLetsEverythingWait(int status) {
        assertEquals(
                Scope.ACCOUNT,
                assertInstanceOf(TemporaryFailure.class, XAnswer.refusal(status, null, NOW))
                        .scope());
    }

    @Test
    void aServerThatBreaksMayHaveTakenIt() {
        assertInstanceOf(Uncertain.class, XAnswer.refusal(500, null, NOW));
        assertInstanceOf(Uncertain.class, XAnswer.refusal(502, null, NOW));
    }
}
