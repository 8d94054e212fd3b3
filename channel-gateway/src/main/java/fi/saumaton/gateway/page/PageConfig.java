/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.page;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the pages have to know of this installation. */
@ConfigMapping(prefix = "saumaton.desk")
interface PageConfig {
    /** The OIDC client with which people sign in at the desk: public, authorization code with PKCE. */
    @WithDefault("desk")
    String clientId();

    /** The issuer as browsers reach it; {@code saumaton.oidc.url} when not given. */
    Optional<URI> issuer();
}
