/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was promised or sold, against what came of it. */
@Schema(description = "Something promised, and what was experienced")
record Expectation(
        @Schema(
                description = "delivery, refund, visit, answer, or another of the company's file",
                examples = "delivery")
        String subject,

        @Schema(description = "The last day on which it is kept", examples = "2026-11-24")
        LocalDate expected,

        @Schema(description = "The day on which it came true; absent as long as it has not", examples = "2026-11-26")
        LocalDate experienced,

        @Schema(
                description = "Days late, negative when early; of what has not come true, days late until today",
                examples = "2")
        Long gapDays,

        @Schema(description = "open, overdue, kept or late", examples = "late")
        String state,

        @Schema(description = "The words, or the system's value", examples = "Toimitus perjantaina")
        String shown,

        @Schema(examples = "10023") String orderNumber,
        Instant promisedAt,
        KnownFact.Source source) {}
