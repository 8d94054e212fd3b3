/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.util.List;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.DeliveryOutcome;

/**
 * Meta takes one file with a message, so one message of ours may go out as several. Once the first has gone, nothing may make all of it go again: then a
 * failure is final, and says how far it came.
 */
public final class SendParts {
    private final List<Supplier<Uni<DeliveryOutcome>>> parts;

    private SendParts(List<Supplier<Uni<DeliveryOutcome>>> parts) {
        this.parts = parts;
    }

    /** One after the other; the outcome is the last one's. */
    public static Uni<DeliveryOutcome> inOrder(List<Supplier<Uni<DeliveryOutcome>>> parts) {
        return new SendParts(List.copyOf(parts)).send(0);
    }

    private Uni<DeliveryOutcome> send(int place) {
        return parts.get(place).get().chain(outcome -> {
            if (outcome instanceof DeliveryOutcome.Sent) {
                return place + 1 < parts.size()
                        ? send(place + 1)
                        : Uni.createFrom().item(outcome);
            }
            return Uni.createFrom().item(place == 0 ? outcome : broken(place, outcome));
        });
    }

    private DeliveryOutcome broken(int sent, DeliveryOutcome outcome) {
        var far = sent + " of " + parts.size() + " parts went out. ";
        return switch (outcome) {
            case DeliveryOutcome.TemporaryFailure failure ->
                new DeliveryOutcome.FinalFailure(far + failure.reason(), null);
            case DeliveryOutcome.FinalFailure failure ->
                new DeliveryOutcome.FinalFailure(far + failure.reason(), failure.code());
            case DeliveryOutcome.Uncertain doubt -> new DeliveryOutcome.Uncertain(far + doubt.reason());
            case DeliveryOutcome.Sent all -> all;
        };
    }
}
