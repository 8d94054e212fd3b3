/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Journeys. */
@ConfigMapping(prefix = "customer.journey")
interface JourneyConfig {
    /** Fewer customers than this are never shown as a number in the graph. */
    @WithDefault("5")
    int smallestGroup();

    /** The longest time that a graph is made of. */
    @WithDefault("P92D")
    Duration longest();

    /** How often it is looked for customers whose stage may have changed. */
    @WithDefault("PT1M")
    Duration sweepEvery();

    /** How many customers are looked at in one sweep. */
    @WithDefault("200")
    int sweepMost();

    /** After this time a customer is looked at anew, even when nothing happened: time changes stages too. */
    @WithDefault("P1D")
    Duration refresh();
}
