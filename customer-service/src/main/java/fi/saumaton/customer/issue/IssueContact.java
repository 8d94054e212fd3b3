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

/** One contact about an issue, with why it is there. */
@Schema(description = "A contact about an issue: a conversation that began, or began again")
record IssueContact(
        UUID conversationId,

        @Schema(description = "Which beginning of the conversation: its version then")
        long turn,

        @Schema(description = "The conversation's reference", examples = "7KQ2M-X9RFD")
        String reference,

        @Schema(examples = "email:support") String channel,
        @Schema(examples = "email") String channelKind,
        Instant beganAt,

        @Schema(description = "Whether the customer came back with it after the issue had been resolved")
        boolean returned,

        Reason because,

        @Schema(description = "Who moved it here against the rules; absent when nobody did")
        Moved moved) {

    /** Why the contact is about this issue. */
    @Schema(description = "What the rules found, also when somebody has moved it since")
    record Reason(
            @Schema(enumeration = {"thread", "reference", "number", "topic", "recent", "new"})
            String ground,

            @Schema(description = "Of a number: order-number, invoice-number…", examples = "order-number")
            String kind,

            @Schema(description = "The reference, the number, the words in common", examples = "12345")
            String value,

            @Schema(
                    description = "In one sentence, in Finnish, Swedish or English by Accept-Language",
                    examples = "because of the order number 12345")
            String text,

            Instant at) {}

    /** Who moved it, and why. */
    record Moved(
            UUID decisionId,

            @Schema(examples = "This is about the other order.")
            String reason,

            Author by,
            Instant at) {}

    /** As it is stored. */
    record Row(
            UUID conversationId,
            long turn,
            String reference,
            String channel,
            String channelKind,
            Instant beganAt,
            boolean returned,
            Because because,
            Instant at,
            Moved moved) {}

    static IssueContact from(Row row, BecauseText language) {
        var because = row.because();
        return new IssueContact(
                row.conversationId(),
                row.turn(),
                row.reference(),
                row.channel(),
                row.channelKind(),
                row.beganAt(),
                row.returned(),
                new Reason(because.ground().code(), because.kind(), because.value(), language.of(because), row.at()),
                row.moved());
    }
}
