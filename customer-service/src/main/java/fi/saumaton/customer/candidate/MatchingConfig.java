/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import fi.saumaton.customer.matching.Thresholds;

/** How similar people are looked for. */
@ConfigMapping(prefix = "customer.matching")
interface MatchingConfig {
    /** The probability, 0 to 1, from which on two customers are shown to somebody as perhaps one person. */
    @WithDefault("0.8")
    double confirm();

    /** The probability from which on no wrong pair is to be expected: such candidates are marked. */
    @WithDefault("0.9999")
    double automatic();

    /** How often it is looked whether somebody's details have changed. */
    @WithDefault("PT2S")
    Duration every();

    /** How often it is counted how common names and other values are. */
    @WithDefault("PT24H")
    Duration countEvery();

    /** Customers looked at in one transaction. */
    @WithDefault("200")
    int batch();

    default Thresholds thresholds() {
        return new Thresholds(confirm(), automatic());
    }
}
