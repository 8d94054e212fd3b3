/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is suggested. */
@ConfigMapping(prefix = "customer.suggestion")
interface SuggestionConfig {
    /** How many are shown within one contact, at most. */
    @WithDefault("2")
    int most();

    /** How long after the first showing it is still the same contact; what nobody answered by then is not shown again. */
    @WithDefault("PT12H")
    Duration contact();

    /** Whether a customer has to have consented; else it is enough that they have not refused. */
    @WithDefault("true")
    boolean consentNeeded();
}
