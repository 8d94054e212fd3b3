/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.twilio.Form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class CallNewsTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aCallArrives() {
        assertEquals(new CallNews.Arrived("CA1", AT), news("", "CallSid=CA1&CallStatus=ringing&From=%2B358401234567"));
    }

    @Test
    void keysSpeak() {
        assertEquals(new CallNews.Consent("CA1", true, AT), news("consent", "CallSid=CA1&Digits=1"));
        assertEquals(new CallNews.Consent("CA1", false, AT), news("consent", "CallSid=CA1&Digits=2"));
        assertEquals(new CallNews.CallBackWanted("CA1", AT), news("choice", "CallSid=CA1&Digits=1"));
        assertNull(news("choice", "CallSid=CA1&Digits=7"));
    }

    @Test
    void aLegThatIsAnsweredConnects() {
        var written =
                "CallSid=CA2&ParentCallSid=CA1&CallStatus=in-progress&Timestamp=Sun%2C+22+Nov+2026+09%3A58%3A00+%2B0000";
        assertEquals(new CallNews.Answered("CA1", Instant.parse("2026-11-22T09:58:00Z")), news("leg/CA1", written));
        assertNull(news("leg/CA1", "CallSid=CA2&CallStatus=ringing"));
        assertNull(news("leg/CA1", "CallSid=CA2&CallStatus=completed"));
    }

    @Test
    void aDialEnds() {
        assertEquals(
                new CallNews.Ended("CA1", "completed", Duration.ofSeconds(49), AT),
                news("dialled/CA1", "CallSid=CA1&DialCallStatus=completed&DialCallDuration=49&CallStatus=in-progress"));
        assertEquals(
                new CallNews.Unanswered("CA1", "no-answer", AT),
                news("dialled/CA1", "CallSid=CA1&DialCallStatus=no-answer&CallStatus=in-progress"));
        assertEquals(
                new CallNews.Ended("CA1", "hangup", Duration.ZERO, AT),
                news("dialled/CA1", "CallSid=CA1&DialCallStatus=canceled&CallStatus=completed"),
                "the caller hung up while the telephone rang");
    }

    @Test
    void aCallEnds() {
        assertEquals(
                new CallNews.Ended("x1", "busy", Duration.ZERO, AT), news("status/x1", "CallSid=CA3&CallStatus=busy"));
        assertEquals(
                new CallNews.Ended("CA1", "hangup", Duration.ZERO, AT), news("left", "CallSid=CA1&QueueResult=hangup"));
        assertNull(news("left", "CallSid=CA1&QueueResult=redirected"));
        assertNull(news("status", "CallSid=CA1&CallStatus=in-progress"));
    }

    @Test
    void whatIsNotKnownIsNoNews() {
        assertNull(news("new-thing", "CallSid=CA1"));
        assertNull(news("wait", "CallSid=CA1&QueueTime=30"));
        assertNull(news("", "From=%2B358401234567"));
    }

    private static CallNews news(String rest, String form) {
        return CallNews.of(Step.at(rest), Form.parse(form), AT);
    }
}
