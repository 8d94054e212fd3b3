/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.Contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

class QuestionEventTest {
    @Test
    void theEventIsWrittenAsPromised() {
        var repeated = Contracts.produced("customer/question-repeated", QuestionEvent.Repeated.class);
        assertEquals("order-number", repeated.kind());
        assertEquals("fi.saumaton.customer.question-repeated.v1", QuestionEvent.REPEATED);
    }
}
