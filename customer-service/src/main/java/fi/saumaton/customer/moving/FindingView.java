/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A finding as the API shows it. */
@Schema(name = "ImportFinding", description = "What became of a record, or would become of it")
record FindingView(
        @Schema(description = "contact, ticket, or record when it can't be read", examples = "contact")
        String kind,

        @Schema(description = "In its system; of what can't be read, its line", examples = "20978392")
        String externalId,

        @Schema(description = "created, linked, continued, changed, unchanged, refused", examples = "linked")
        String outcome,

        UUID customerId,

        @Schema(
                description = "Why it was refused (erased, unknown-customer, invalid-id, no-id, not-json, too-long, "
                        + "not-utf-8, cut-off, not-storable), what was left out, or whom of the same import it is",
                examples = "left-out: phone")
        String reason,

        List<TieView> links) {

    @Schema(name = "ImportLink", description = "A handle that belonged to somebody already")
    record TieView(
            @Schema(examples = "email") String handleKind,
            @Schema(description = "Whose it was") UUID customerId,
            @Schema(examples = "import") String evidence,

            @Schema(description = "Why the link is not followed; absent when it is", examples = "shared-handle")
            String refusal) {}

    static FindingView from(Finding finding) {
        return new FindingView(
                finding.kind(),
                finding.externalId(),
                finding.outcome().code(),
                finding.customerId(),
                finding.reason(),
                finding.ties().stream()
                        .map(tie -> new TieView(tie.kind(), tie.customerId(), tie.evidence(), tie.refusal()))
                        .toList());
    }
}
