/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.person.PersonDetails;
import fi.saumaton.customer.timeline.kind.EntryData;

/** Something that a back-office system knows of a customer. */
@Schema(description = "An entry for a customer's timeline; system and externalId together name it for ever")
record TouchpointRequest(
        @NotBlank
        @Size(max = 60)
        @Pattern(
                regexp = "^(?!person$)" + TouchpointRequest.PLAIN,
                message = "must have no control characters, and not be person: that is who writes here by hand")
        @Schema(examples = "shop")
        String system,

        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "^" + TouchpointRequest.PLAIN, message = TouchpointRequest.PLAIN_ONLY)
        @Schema(examples = "order-1001")
        String externalId,

        @NotBlank
        @Pattern(
                regexp = "(?!message-|issue-)[a-z][a-z0-9-]{1,39}",
                message = "must be lower case with hyphens, and neither message-… nor issue-…")
        @Schema(examples = "purchase")
        String kind,

        @NotNull @Schema(examples = "2026-11-18T12:00:00Z") Instant occurredAt,

        @Size(max = 200)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Schema(
                description = "What to call it. Kinds that are known here get a title of their own without it",
                examples = "Chainsaw CS-50")
        String title,

        @Schema(
                description = "Anything the system wants shown with the entry, 32 KiB at most. Kinds that are known "
                        + "here check the fields they know, and keep the others",
                anyOf = {
                    EntryData.Order.class,
                    EntryData.Delivery.class,
                    EntryData.Invoice.class,
                    EntryData.Payment.class,
                    EntryData.Return.class,
                    EntryData.Refund.class,
                    EntryData.Complaint.class,
                    EntryData.Maintenance.class,
                    EntryData.Visit.class,
                    EntryData.Meeting.class,
                    EntryData.Call.class,
                    EntryData.Case.class,
                    EntryData.InterviewNote.class,
                    EntryData.Note.class
                })
        Map<String, Object> data,

        @PositiveOrZero
        @Schema(
                description = "Of the entry in the system: grows with every change, for example the time of the change "
                        + "in milliseconds. The newest wins, in whatever order they come. 0 without it",
                examples = "1763467200000")
        Long version,

        @NotNull @Valid Whose customer) {

    /** No line breaks, no NUL, which the database does not store. */
    static final String PLAIN = "[^\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]*$";

    static final String PLAIN_ONLY = "must have no control characters";

    long number() {
        return version == null ? 0 : version;
    }

    /** What it says, whichever version it is of. */
    TouchpointRequest unversioned() {
        return new TouchpointRequest(system, externalId, kind, occurredAt, title, data, null, customer);
    }

    /** Whose it is, by the handles that the system knows. */
    @Schema(description = "The customer, by handles; those named together belong to one person")
    record Whose(
            @NotEmpty @Size(max = 20) List<@Valid @NotNull Named> handles,
            @Size(max = 200) @Schema(examples = "Mikko") String displayName,

            @Valid @Schema(description = "Further details, kept with the entry as their source")
            PersonDetails details) {}

    record Named(
            @NotBlank
            @Pattern(
                    regexp = "(?!visitor$)[a-z][a-z0-9-]{0,39}|external:[a-z0-9][a-z0-9._-]{0,59}",
                    message = "must be lower case with hyphens, or external: and a system, and not visitor")
            @Schema(examples = "email")
            String kind,

            @NotBlank @Size(max = 255) @Schema(examples = "mikko@example.test")
            String value) {}
}
