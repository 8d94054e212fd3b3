/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the company tells with a contact. */
@ConfigMapping(prefix = "customer.contact")
interface ContactConfig {
    /** The company's currency, ISO 4217: purchases in others are counted, but not added up. */
    @WithDefault("EUR")
    String currency();
}
