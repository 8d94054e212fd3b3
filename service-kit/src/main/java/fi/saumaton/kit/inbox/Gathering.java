/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How closely batches may follow each other. The first event after a silence is taken at once; those that come within
 * this time after it are taken together. A transaction costs much the same for one event and for twenty, so this is
 * what keeps a service cheap between "hardly any load" and "so much that batches form by themselves".
 */
@ConfigMapping(prefix = "saumaton.gathering")
interface Gathering {

    /** The shortest time from the beginning of one batch to the beginning of the next. */
    @WithDefault("PT0.01S")
    Duration time();

    /** The same for single topics, by name. */
    Map<String, Duration> topics();

    default Duration of(String topic) {
        return topics().getOrDefault(topic, time());
    }
}
