/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How imports run beside everything else. */
@ConfigMapping(prefix = "customer.moving")
interface MovingConfig {
    /** How often is looked for work. */
    @WithDefault("PT1S")
    Duration every();

    /** Which part of the time imports may write, 0 to 1: after a page they rest for as long as the other part. */
    @WithDefault("0.5")
    double share();

    /** How long a page may take; after that any replica takes it from there. */
    @WithDefault("PT3M")
    Duration lease();

    /** Attempts in a row without a page, before an import is given up until somebody takes it up again. */
    @WithDefault("12")
    int attempts();

    /** How often a system that is followed is asked what has changed. */
    @WithDefault("PT1M")
    Duration followEvery();

    /** How far back it is asked beyond the last time: Zendesk leaves out the last minute. */
    @WithDefault("PT5M")
    Duration followOverlap();

    /** How long imports that have ended are kept, with their findings. */
    @WithDefault("P90D")
    Duration keep();
}
