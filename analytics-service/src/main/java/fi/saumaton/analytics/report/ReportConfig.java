/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.time.Period;
import java.time.ZoneId;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the company looks at its figures. */
@ConfigMapping(prefix = "analytics.report")
interface ReportConfig {

    /** The company's time zone: its days begin and end there. */
    @WithDefault("Europe/Helsinki")
    ZoneId timeZone();

    /** The longest interval that is reported at once, ISO-8601 period. */
    @WithDefault("P400D")
    Period longestInterval();
}
