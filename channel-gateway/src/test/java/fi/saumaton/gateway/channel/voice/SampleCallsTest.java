/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.twilio.TwilioSamples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SampleCallsTest {
    private static final String CALL = "CAbe982f58915a2def4cf7aaa1f1766236";

    @Test
    void callsAreUnderstood() throws IOException {
        assertTrue(TwilioSamples.names("voice").size() >= 5);
        assertEquals(new CallNews.Arrived(CALL, Instant.EPOCH), news("", "voice_inbound_ringing"));
        assertEquals(new CallNews.CallBackWanted(CALL, Instant.EPOCH), news("choice", "voice_gather_digits"));
        assertEquals(
                new CallNews.Ended(CALL, "completed", Duration.ZERO, Instant.parse("2018-03-25T09:53:19Z")),
                news("status", "voice_status_completed"));
        assertEquals(
                new CallNews.Ended(CALL, "busy", Duration.ZERO, Instant.parse("2018-03-25T09:50:11Z")),
                news("status", "voice_status_busy"));
        var recording = CallParser.recording(TwilioSamples.form("voice_recording_done"));
        assertTrue(recording.ref().url().endsWith("/Recordings/RE00000000000000000000000000000000.mp3"));
    }

    private static CallNews news(String rest, String sample) throws IOException {
        return CallNews.of(Step.at(rest), TwilioSamples.form(sample), Instant.EPOCH);
    }
}
