/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonValue;

import fi.saumaton.customer.timeline.Author;

/**
 * What somebody decided about contacts and issues.
 *
 * @param conversationId null when issues were joined
 */
@Schema(
        description =
                "A contact moved to another issue, split off into a new one, or two issues joined; and who undid it")
public record IssueDecision(
        UUID decisionId,
        Kind kind,

        @Schema(description = "Where the contact was; the issue that was joined")
        UUID fromIssueId,

        @Schema(description = "Where it is now; the issue that goes on")
        UUID toIssueId,

        UUID conversationId,
        Long turn,
        @Schema(examples = "This is about the other order.") String reason,
        Author by,
        Instant at,
        @Schema(description = "Absent as long as it stands") Undone undone) {

    /** What was decided. */
    @Schema(enumeration = {"move", "split", "join"})
    public enum Kind {
        MOVE,
        SPLIT,
        JOIN;

        /** The name on the wire and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Who took it back, and why. */
    public record Undone(String reason, Author by, Instant at) {}

    static IssueDecision from(Object[] row) {
        return new IssueDecision(
                (UUID) row[0],
                Kind.of((String) row[1]),
                (UUID) row[2],
                (UUID) row[3],
                (UUID) row[4],
                (Long) row[5],
                (String) row[6],
                Author.agent((String) row[7], (String) row[8]),
                (Instant) row[9],
                row[13] == null
                        ? null
                        : new Undone(
                                (String) row[10], Author.agent((String) row[11], (String) row[12]), (Instant) row[13]));
    }
}
