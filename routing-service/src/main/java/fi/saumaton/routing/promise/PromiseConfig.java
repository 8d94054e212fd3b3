/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How promises are kept an eye on. */
@ConfigMapping(prefix = "routing.promise")
public interface PromiseConfig {
    /** The company's time zone: "tomorrow" is a day there. */
    @WithDefault("Europe/Helsinki")
    ZoneId timeZone();

    /** Working hours by day of the week, as {@code 08:00-16:00}; a day that is missing has none. */
    Map<String, String> hours();

    /** Days on which nobody works. */
    Optional<List<LocalDate>> closedDays();

    /** How long before its end a promise is due soon at the most, in working time. */
    @WithDefault("PT4H")
    Duration longestLead();

    /** How long a late promise may still be kept before it counts as broken, in working time. */
    @WithDefault("PT4H")
    Duration grace();

    /** How far ahead a promise may lie. */
    @WithDefault("P1100D")
    Duration horizon();

    /** How often it is looked for deadlines that have passed. */
    @WithDefault("PT1S")
    Duration tickEvery();
}
