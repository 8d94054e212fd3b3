/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Settings of the door for providers. */
@ConfigMapping(prefix = "saumaton.hooks")
interface HookConfig {
    /**
     * Where providers reach the gateway, such as {@code https://service.example.com}: some sign the address they call. Without it the address is taken from
     * the request, which is right only where nothing stands before the gateway.
     */
    Optional<URI> publicUrl();
}
