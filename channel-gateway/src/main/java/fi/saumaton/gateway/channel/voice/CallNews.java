/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

import fi.saumaton.gateway.channel.twilio.Form;

/** Something that happened in a call. Twilio tells it more than once, and in any order. */
sealed interface CallNews {
    /** Which call. */
    String call();

    Instant at();

    /** Somebody calls us. */
    record Arrived(String call, Instant at) implements CallNews {}

    /** The caller has said whether the call may be recorded. */
    record Consent(String call, boolean given, Instant at) implements CallNews {}

    /** The caller wants to be called back instead of waiting. */
    record CallBackWanted(String call, Instant at) implements CallNews {}

    /** The called party has answered: they talk. */
    record Answered(String call, Instant at) implements CallNews {}

    /** The called party was not reached; the caller waits on. {@code status}: Twilio's, such as {@code no-answer}. */
    record Unanswered(String call, String status, Instant at) implements CallNews {}

    /** It is over. {@code talked}: how long, zero when nobody was connected. */
    record Ended(String call, String status, Duration talked, Instant at) implements CallNews {}

    Set<String> OVER = Set.of("completed", "busy", "failed", "no-answer", "canceled");

    /** Null for what is no news: it rings, the caller still waits, a recording is ready. */
    static CallNews of(Step.Place place, Form form, Instant receivedAt) {
        var call = place.call() == null ? form.get("CallSid") : place.call();
        if (place.step() == null || call == null) {
            return null;
        }
        var at = time(form, receivedAt);
        return switch (place.step()) {
            case ARRIVED -> new Arrived(call, receivedAt);
            case CONSENT -> new Consent(call, "1".equals(form.get("Digits")), at);
            case CHOICE -> "1".equals(form.get("Digits")) ? new CallBackWanted(call, at) : null;
            case LEFT -> "hangup".equals(form.get("QueueResult")) ? new Ended(call, "hangup", Duration.ZERO, at) : null;
            case LEG -> "in-progress".equals(form.get("CallStatus")) ? new Answered(call, at) : null;
            case DIALLED -> dialled(call, form, at);
            case STATUS -> status(call, form, at);
            case WAIT, RECORDING -> null;
        };
    }

    private static CallNews dialled(String call, Form form, Instant at) {
        var status = form.get("DialCallStatus", "failed");
        boolean talked = status.equals("completed") || status.equals("answered");
        if (talked) {
            return new Ended(call, status, Duration.ofSeconds(form.number("DialCallDuration", 0)), at);
        }
        boolean gone = OVER.contains(form.get("CallStatus", ""));
        return gone ? new Ended(call, "hangup", Duration.ZERO, at) : new Unanswered(call, status, at);
    }

    private static CallNews status(String call, Form form, Instant at) {
        var status = form.get("CallStatus", "");
        return OVER.contains(status) ? new Ended(call, status, Duration.ZERO, at) : null;
    }

    private static Instant time(Form form, Instant receivedAt) {
        var written = form.get("Timestamp");
        try {
            return written == null
                    ? receivedAt
                    : ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException e) {
            return receivedAt;
        }
    }
}
