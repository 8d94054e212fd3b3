/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The interval in the address of a report. */
class IntervalParameters {

    @QueryParam("from")
    @Parameter(
            description =
                    "The beginning: a day of the company's calendar or an instant. Without it: the start of today.",
            example = "2026-11-21")
    String from;

    @QueryParam("to")
    @Parameter(
            description = "The end, itself not included: a day or an instant. Without it: a day after the beginning.",
            example = "2026-11-22")
    String to;

    @QueryParam("asOf")
    @Parameter(
            description = "Look at the interval as it stood then, to get the same figures again. Without it: now.",
            example = "2026-11-22T08:00:00Z")
    String asOf;
}
