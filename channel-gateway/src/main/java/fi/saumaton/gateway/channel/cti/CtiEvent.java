/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an exchange tells.
 *
 * @param event {@code ringing}, {@code answered} or {@code ended}; others are kept as they came
 * @param callId the exchange's own id of the call, the same in all its events
 * @param direction {@code in} or {@code out}
 * @param number the customer's, E.164; absent when it is hidden
 * @param agentNumber whose telephone rings or was answered, as agents have set it: a number, a SIP address or an extension
 * @param at when; absent for now
 * @param talkedSeconds of a call that ended: absent or 0 when nobody answered
 */
@RegisterForReflection
record CtiEvent(
        @NotBlank @Size(max = 40) String event,
        @NotBlank @Size(max = 200) String callId,
        @NotNull Direction direction,
        @Size(max = 40) String number,
        @Size(max = 250) String agentNumber,
        Instant at,
        @PositiveOrZero Long talkedSeconds) {

    static final String RINGING = "ringing";
    static final String ANSWERED = "answered";
    static final String ENDED = "ended";

    /** Who called whom. */
    enum Direction {
        in,
        out
    }

    long talked() {
        return talkedSeconds == null ? 0 : talkedSeconds;
    }

    /** Of its message: a telephone after the other may ring, an end comes once. */
    String key() {
        return event.equals(ENDED) ? callId + "/" + ENDED : callId + "/" + event + "/" + agentNumber;
    }
}
