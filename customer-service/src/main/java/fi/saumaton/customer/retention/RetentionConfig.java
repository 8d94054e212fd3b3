/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long rows are kept. */
@ConfigMapping(prefix = "customer.retention")
interface RetentionConfig {
    /** Handles that somebody named without proof. */
    @WithDefault("P180D")
    Duration claims();

    /** Who had a conversation: as long as it may matter who served the customer last. */
    @WithDefault("P365D")
    Duration assignments();

    /**
     * Messages whose conversation has not been told of: longer than dead letters may wait to be replayed, and than the
     * topics keep their events.
     */
    @WithDefault("P30D")
    Duration heldMessages();

    /** Facts, after they have run out. */
    @WithDefault("P30D")
    Duration facts();

    /** What customers were asked for: longer than a year, so that years can be compared. */
    @WithDefault("P400D")
    Duration questions();

    /** Who looked at which customer. */
    @WithDefault("P730D")
    Duration audit();

    /** How often it is looked for what is old. */
    @WithDefault("PT1H")
    Duration sweepEvery();
}
