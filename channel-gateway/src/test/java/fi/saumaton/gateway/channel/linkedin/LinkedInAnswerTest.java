/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fi.saumaton.gateway.channel.DeliveryOutcome.FinalFailure;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;
import fi.saumaton.gateway.channel.DeliveryOutcome.TemporaryFailure;
import fi.saumaton.gateway.channel.DeliveryOutcome.Uncertain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class LinkedInAnswerTest {
    @Test
    void theDaysLimitIsAskedAgainInAnHourAtTheEarliest() {
        assertEquals(
                new TemporaryFailure("LinkedIn's limit for the day is reached", Duration.ofHours(1), Scope.ACCOUNT),
                LinkedInAnswer.refusal(429, null));
        assertEquals(
                Duration.ofMinutes(5),
                assertInstanceOf(TemporaryFailure.class, LinkedInAnswer.refusal(429, Duration.ofMinutes(5)))
                        .retryAfter());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 422, 426})
    void aRefusalIsFinal(int status) {
        assertInstanceOf(FinalFailure.class, LinkedInAnswer.refusal(status, null));
    }

    @Test
    void anExpiredTokenLetsEverythingWait() {
        assertEquals(
                Scope.ACCOUNT,
                assertInstanceOf(TemporaryFailure.class, LinkedInAnswer.refusal(401, null))
                        .scope());
    }

    @Test
    void aServerThatBreaksMayHaveTakenIt() {
        assertInstanceOf(Uncertain.class, LinkedInAnswer.refusal(500, null));
    }
}
