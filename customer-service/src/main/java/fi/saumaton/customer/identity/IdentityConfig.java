/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How handles are read. */
@ConfigMapping(prefix = "customer.identity")
interface IdentityConfig {
    /** ISO 3166 code of the country whose phone numbers people write without a country code. */
    @WithDefault("FI")
    String defaultRegion();

    /**
     * Handles of one customer, at most, browsers among them. Nobody has so many: what would grow beyond is refused, and said to be,
     * rather than shown as one person.
     */
    @WithDefault("250")
    int maxHandles();

    /** Makes the rule of the configured country. */
    class Rules {
        @Produces
        @Singleton
        HandleRule handleRule(IdentityConfig config) {
            return new HandleRule(config.defaultRegion());
        }
    }
}
