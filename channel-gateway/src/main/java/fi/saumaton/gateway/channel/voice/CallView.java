/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Instant;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One call, as desks see it. Durations are in seconds. */
@Schema(
        name = "Call",
        examples = "{\"callId\":\"CA00000000000000000000000000000001\",\"direction\":\"in\",\"state\":\"ended\","
                + "\"outcome\":\"talked\",\"startedAt\":\"2026-11-22T10:00:00Z\",\"waited\":65,\"talked\":182}")
@RegisterForReflection
public record CallView(
        String callId,
        @Schema(enumeration = {"in", "out"}) String direction,

        @Schema(enumeration = {"waiting", "connecting", "talking", "ended"})
        String state,

        @Schema(enumeration = {"talked", "call-back", "unreached"})
        String outcome,

        String agentId,
        Instant startedAt,
        Instant connectedAt,
        Instant endedAt,
        long waited,
        long talked) {

    static CallView from(Call call, Instant now) {
        return new CallView(
                call.id(),
                call.direction(),
                wire(call.state()),
                call.outcome() == null ? null : wire(call.outcome()),
                call.agentId(),
                call.startedAt(),
                call.connectedAt(),
                call.endedAt(),
                call.waited(now).toSeconds(),
                call.talked(now).toSeconds());
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
