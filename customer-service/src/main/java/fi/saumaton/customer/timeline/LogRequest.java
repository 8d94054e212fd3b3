/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.timeline.kind.EntryData;

/** What somebody who met a customer wants remembered. */
@Schema(description = "A contact or an observation, for the customer's timeline")
record LogRequest(
        @NotBlank
        @Pattern(
                regexp = "visit|meeting|call|note|interview-note|complaint|maintenance",
                message = "must be visit, meeting, call, note, interview-note, complaint or maintenance")
        @Schema(examples = "visit")
        String kind,

        @NotNull @Schema(examples = "2026-11-20T09:30:00Z") Instant occurredAt,

        @Size(max = 200)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Schema(description = "Without it the kind makes one", examples = "Tried the new brush cutter")
        String title,

        @Schema(
                description = "By kind, as for touchpoints of systems",
                anyOf = {
                    EntryData.Visit.class,
                    EntryData.Meeting.class,
                    EntryData.Call.class,
                    EntryData.Note.class,
                    EntryData.InterviewNote.class,
                    EntryData.Complaint.class,
                    EntryData.Maintenance.class
                })
        Map<String, Object> data) {

    TouchpointRequest touchpoint(UUID id) {
        return new TouchpointRequest(
                TouchpointService.PERSON, id.toString(), kind, occurredAt, title, data, null, null);
    }
}
