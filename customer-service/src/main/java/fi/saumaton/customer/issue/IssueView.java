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

/** An issue as it is read. */
@Schema(description = "A customer's matter, over conversations and channels")
public record IssueView(
        UUID issueId,
        @Schema(description = "The surviving customer") UUID customerId,
        @Schema(examples = "7KQ2M-X9RFD") String reference,

        @Schema(examples = "Does the chainsaw need special oil?")
        String title,

        @Schema(enumeration = {"open", "resolved", "closed"})
        String state,

        @Schema(description = "How many contacts it has taken so far", examples = "2")
        int contacts,

        @Schema(description = "Whether the customer came back with it after it had been resolved")
        boolean returned,

        @Schema(description = "Who sees to it; absent when nobody does in particular")
        Owner owner,

        @Schema(
                description = "Whom an open issue waits for; absent as long as it waits for the company",
                enumeration = {"customer", "third-party"})
        String waitingFor,

        Instant openedAt,
        Instant lastContactAt,

        @Schema(examples = "The saw takes ordinary chain oil.")
        String resolution,

        @Schema(description = "What kind of an end it was, by the company's list", examples = "answered")
        String resolutionCode,

        Author resolvedBy,
        Instant resolvedAt,

        @Schema(description = "Whether one contact was enough; absent while the issue is open")
        Boolean firstContact,

        Instant closedAt,
        @Schema(description = "The value of the ETag") int version) {

    static IssueView from(Issue issue, UUID survivor) {
        return new IssueView(
                issue.id(),
                survivor,
                issue.reference(),
                issue.title(),
                issue.state().code(),
                issue.contacts(),
                issue.returned(),
                issue.owner(),
                issue.waitingFor(),
                issue.openedAt(),
                issue.lastContactAt(),
                issue.resolution(),
                issue.resolutionCode(),
                issue.resolvedBy(),
                issue.resolvedAt(),
                issue.resolvedAt() == null ? null : issue.firstContact(),
                issue.closedAt(),
                issue.version());
    }
}
