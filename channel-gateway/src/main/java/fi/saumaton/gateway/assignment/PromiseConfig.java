/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.time.ZoneId;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How customers are told of promises. */
@ConfigMapping(prefix = "gateway.promise")
public interface PromiseConfig {
    /** The company's time zone: times are told as its clocks show them. */
    @WithDefault("Europe/Helsinki")
    ZoneId timeZone();
}
