/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonRawValue;

/** One entry of a customer's timeline, as it is read. */
@Schema(description = "One thing that has happened with a customer")
public record TimelineEntry(
        UUID touchpointId,

        @Schema(
                description =
                        "message-received, message-sent, issue-opened, issue-resolved, issue-reopened; promise-made, "
                                + "promise-late, promise-kept, promise-broken, promise-moved, promise-cancelled; purchase, "
                                + "invoice and the others of docs/timeline.md; or what a back-office system calls it",
                examples = "purchase")
        String kind,

        @Schema(examples = "email:support") String channel,
        @Schema(examples = "email") String channelKind,
        UUID conversationId,
        UUID issueId,
        Author author,
        @Schema(examples = "Chainsaw CS-50") String title,

        @JsonRawValue
        @Schema(
                type = SchemaType.OBJECT,
                description = "The title in fi, sv and en, when it was made here from the data",
                examples = "{\"fi\": \"Käynti\", \"sv\": \"Besök\", \"en\": \"Visit\"}")
        String titles,

        @Schema(description = "What was said, for messages") String text,

        @JsonRawValue
        @Schema(type = SchemaType.OBJECT, description = "What a back-office system told, or the attachments")
        String data,

        Instant occurredAt,

        @Schema(description = "False for what somebody said who has not proven to be the customer")
        boolean verified,

        @Schema(description = "Of the company's own type that the data was checked by", examples = "1")
        Integer typeVersion) {

    static TimelineEntry from(Object[] row) {
        var body = (String) row[11];
        var title = (String) row[10];
        return new TimelineEntry(
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (UUID) row[5],
                (UUID) row[6],
                row[7] == null ? null : new Author((String) row[7], (String) row[8], (String) row[9]),
                title != null ? title : TitleRule.line(body),
                (String) row[14],
                body,
                (String) row[12],
                (Instant) row[0],
                (Boolean) row[13],
                (Integer) row[15]);
    }
}
