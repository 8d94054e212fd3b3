/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.timeline.Author;

/** What somebody changed on an issue. */
@Schema(description = "What somebody changed on an issue")
record IssueChange(
        UUID changeId,

        @Schema(enumeration = {"owner", "waiting", "resolved", "reopened"})
        String what,

        @Schema(description = "Absent for nothing", examples = "agent Jenni")
        String before,

        @Schema(description = "Absent for nothing", examples = "team Spare parts")
        String after,

        @Schema(examples = "Spare parts know this saw.") String note,
        Author by,
        Instant at) {

    static final String OWNER = "owner";
    static final String WAITING = "waiting";
    static final String RESOLVED = "resolved";
    static final String REOPENED = "reopened";

    static IssueChange from(Object[] row) {
        return new IssueChange(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                Author.agent((String) row[5], (String) row[6]),
                (Instant) row[7]);
    }
}
