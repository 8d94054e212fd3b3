/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Files for imports. */
@ConfigMapping(prefix = "customer.moving.file")
interface FileConfig {
    /** The largest one. */
    @WithDefault("2G")
    MemorySize largest();

    /** How long a file is kept after it was begun: it is full of personal data. */
    @WithDefault("P7D")
    Duration keep();
}
