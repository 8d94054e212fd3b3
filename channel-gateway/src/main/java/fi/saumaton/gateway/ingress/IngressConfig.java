/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the doors' way into Kafka. */
@ConfigMapping(prefix = "saumaton.ingress")
interface IngressConfig {
    @WithDefault("ingress")
    String topic();

    /** How long a record may take before the sender is told to come again; with the answer it stays below two seconds. */
    @WithDefault("PT1.4S")
    Duration timeout();

    /** Bodies over this many bytes go to blob storage first: Kafka takes records of up to 1 MB, headers included. */
    @WithDefault("900000")
    int largestRecord();

    /** Bytes that may be on their way to Kafka at once; more is refused, so that nobody ever waits for buffer space. */
    @WithDefault("33554432")
    long inFlight();
}
