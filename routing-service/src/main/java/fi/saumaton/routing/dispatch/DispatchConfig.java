/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the dispatch. */
@ConfigMapping(prefix = "routing.dispatch")
public interface DispatchConfig {

    /** How long a desk that is not heard of still counts as present. */
    @WithDefault("PT30S")
    Duration presenceLease();

    /** How often each replica looks for due timers and for inputs that a dead replica has left. */
    @WithDefault("PT0.5S")
    Duration lookEvery();
}
