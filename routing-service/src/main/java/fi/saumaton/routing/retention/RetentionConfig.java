/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long rows are kept. */
@ConfigMapping(prefix = "routing.retention")
interface RetentionConfig {
    /** Applied inputs, for replays. */
    @WithDefault("P30D")
    Duration inputs();

    /** Decisions with all their terms: as long as somebody may ask why. */
    @WithDefault("P180D")
    Duration decisions();

    /** Work that is done or withdrawn, with its offers. At least a day: replicas catch up by these rows. */
    @WithDefault("P180D")
    Duration work();

    /**
     * What is remembered of closed conversations: whose turn it was, the last fencing token. Longer than a conversation can
     * be reopened (seven days): one that came back after that would start with a token that the gateway holds for stale.
     */
    @WithDefault("P30D")
    Duration closedConversations();

    /** Promises that have ended, and drafts that nobody confirmed. */
    @WithDefault("P730D")
    Duration promises();

    /** How often it is looked for what is old. */
    @WithDefault("PT1H")
    Duration sweepEvery();
}
