/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.time.Duration;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How persons are erased. */
@ConfigMapping(prefix = "customer.erasure")
interface ErasureConfig {
    /** Who has to answer before an erasure is complete, besides this service. */
    @WithDefault("channel-gateway,routing-service,analytics-service")
    Set<String> services();

    /** How long topics and dead letters keep events; contracts/topics.yaml. The proof names the day. */
    @WithDefault("P7D")
    Duration topics();

    /** How long it is remembered by what an erased person would be known again: longer than topics keep events. */
    @WithDefault("P8D")
    Duration handles();

    /** After so long nothing that was being written during the erasure is still being written: it is removed too. */
    @WithDefault("PT1M")
    Duration secondPass();

    /** How often it is looked whether a second pass is due. */
    @WithDefault("PT20S")
    Duration sweepEvery();
}
