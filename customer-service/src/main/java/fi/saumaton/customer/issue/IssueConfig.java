/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How issues end. */
@ConfigMapping(prefix = "customer.issue")
interface IssueConfig {
    /** How long a resolved issue waits for the customer to come back before it is closed. */
    @WithDefault("P7D")
    Duration quietPeriod();

    /** How often resolved issues are looked through for those to close. */
    @WithDefault("PT1H")
    Duration sweepEvery();
}
