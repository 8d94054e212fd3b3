/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.net.URI;

import io.smallrye.config.ConfigMapping;

/** Base addresses of the services behind the gateway. */
@ConfigMapping(prefix = "saumaton.upstream")
public interface UpstreamConfig {
    /** The customer service. */
    URI customer();

    /** The routing service. */
    URI routing();

    /** The analytics service. */
    URI analytics();
}
