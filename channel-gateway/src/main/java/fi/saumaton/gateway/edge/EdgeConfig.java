/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the outer side. */
@ConfigMapping(prefix = "saumaton.edge")
interface EdgeConfig {
    /** Connections to one service; further requests wait for one as long as {@link #connectTimeout}. */
    @WithDefault("100")
    int connections();

    /** Until a connection to a service stands; after it the caller gets 503. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** How long a service may be silent; after it the caller gets 504. */
    @WithDefault("PT30S")
    Duration answerTimeout();

    /** Bytes of a request's body that is passed on, also of one sent in chunks. */
    @WithDefault("1M")
    MemorySize maxBodySize();

    /** Requests of one caller; counted by each replica for itself. */
    Limit limit();

    /** Origins besides our own that the pages may connect to; the identity provider's is added by itself. */
    Optional<List<String>> pageOrigins();

    /** A token bucket per caller. */
    interface Limit {
        /** Requests per second in the long run. */
        @WithDefault("200")
        int perSecond();

        /** Requests at once after a pause. */
        @WithDefault("1000")
        int burst();

        /** Callers remembered at a time; the longest silent one is forgotten first, with a full bucket again. */
        @WithDefault("20000")
        int callers();
    }
}
