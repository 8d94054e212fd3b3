/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sample;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** What happens to counters. {@code wish} tells the consumer how to behave. */
public interface CounterEvent {

    String INCREASED = "fi.saumaton.counter.increased.v1";
    String ECHOED = "fi.saumaton.counter.echoed.v1";

    record Increased(
            @NotNull UUID counterId, @PositiveOrZero int value, String wish) implements CounterEvent {}

    record Echoed(UUID counterId, int value) implements CounterEvent {}
}
