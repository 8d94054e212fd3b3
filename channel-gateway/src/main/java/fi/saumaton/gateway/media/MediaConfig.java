/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.media;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of fetching files from providers. */
@ConfigMapping(prefix = "saumaton.media")
interface MediaConfig {
    /** Bytes; a larger file is not kept. */
    @WithDefault("52428800")
    long largest();

    /** How long one attempt may take. */
    @WithDefault("PT60S")
    Duration timeout();

    /** How long a replica may be busy with one file; afterwards another takes it over. Longer than an attempt. */
    @WithDefault("PT90S")
    Duration lease();

    /** The gap after the first failed attempt; it doubles with each. */
    @WithDefault("PT5S")
    Duration firstGap();

    /** The longest gap. */
    @WithDefault("PT1H")
    Duration longestGap();

    /** How long after the message came its file is given up. */
    @WithDefault("P1D")
    Duration giveUpAfter();

    /** Files that one replica fetches at the same time. */
    @WithDefault("4")
    int parallel();
}
