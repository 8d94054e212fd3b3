/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MessagingErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "0,0,ACCOUNT_TROUBLE",
        "190,0,ACCOUNT_TROUBLE",
        "190,463,ACCOUNT_TROUBLE",
        "10,0,ACCOUNT_TROUBLE",
        "200,0,ACCOUNT_TROUBLE",
        "10,2018278,FINAL",
        "551,1545041,FINAL",
        "100,0,FINAL",
        "99999,0,FINAL",
        "4,0,SLOW_DOWN",
        "32,0,SLOW_DOWN",
        "613,0,SLOW_DOWN",
        "2,0,RETRY",
        "1,0,RETRY"
    })
    void eachCodeHasItsClass(int code, int subcode, ErrorClass errorClass) {
        assertEquals(
                errorClass,
                MessagingErrors.rule(new GraphError(code, subcode, "")).errorClass());
    }
}
