/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.HookChannel.Verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The first vector is the one that Standard Webhooks publishes. */
class SignatureTest {
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant THEN = Instant.ofEpochSecond(1614265330);

    private final Signature signature = new Signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private Verdict check(String id, String timestamp, String signatures, byte[] body) {
        return signature.check(id, timestamp, signatures, body, THEN);
    }

    @Test
    void thePublishedVectorIsRight() {
        assertEquals(SIGNATURE, signature.sign(ID, 1614265330, BODY));
        assertEquals(Verdict.RIGHT, check(ID, TIMESTAMP, SIGNATURE, BODY));
        assertEquals(SIGNATURE, new Signature("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").sign(ID, 1614265330, BODY));
    }

    @Test
    void aSecretThatCouldBeGuessedIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Signature("c2hvcnQ="));
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        assertEquals(Verdict.RIGHT, check(ID, TIMESTAMP, "v1,AAAA v1a,xyz " + SIGNATURE, BODY));
    }

    @Test
    void whateverIsChangedMakesItWrong() {
        assertEquals(
                Verdict.WRONG,
                check(ID, TIMESTAMP, SIGNATURE, "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Verdict.WRONG, check("msg_other", TIMESTAMP, SIGNATURE, BODY));
        assertEquals(Verdict.WRONG, check(ID, "1614265331", SIGNATURE, BODY));
        assertEquals(Verdict.WRONG, check(ID, TIMESTAMP, SIGNATURE.substring(3), BODY));
        assertEquals(Verdict.WRONG, check(ID, TIMESTAMP, "v1,%%%", BODY));
        assertEquals(Verdict.MISSING, check(ID, TIMESTAMP, null, BODY));
        assertEquals(Verdict.MISSING, check(null, TIMESTAMP, SIGNATURE, BODY));
        assertEquals(Verdict.MISSING, check(ID, null, SIGNATURE, BODY));
    }

    @Test
    void fiveMinutesOffIsTheLimitInBothDirections() {
        assertEquals(Verdict.RIGHT, signature.check(ID, TIMESTAMP, SIGNATURE, BODY, THEN.plusSeconds(300)));
        assertEquals(Verdict.STALE, signature.check(ID, TIMESTAMP, SIGNATURE, BODY, THEN.plusSeconds(301)));
        assertEquals(Verdict.RIGHT, signature.check(ID, TIMESTAMP, SIGNATURE, BODY, THEN.minusSeconds(300)));
        assertEquals(Verdict.STALE, signature.check(ID, TIMESTAMP, SIGNATURE, BODY, THEN.minusSeconds(301)));
    }
}
