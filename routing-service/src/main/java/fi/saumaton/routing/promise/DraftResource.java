/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fi.saumaton.kit.web.Page;
import fi.saumaton.routing.promise.draft.Draft;
import fi.saumaton.routing.promise.draft.DraftRule;

/** Finds promises in what is being written. Nothing is stored: a draft binds nobody until it is confirmed. */
@Path("/api/v1/promise-drafts")
@Tag(name = "Promises")
@RolesAllowed({"agent", "supervisor", "promises:write"})
public class DraftResource {
    private final Plans plans;
    private final Clock clock;

    DraftResource(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /** What is being written, in Finnish, Swedish or English. */
    @Schema(name = "DraftText", examples = "{\"text\":\"Kiitos! Soitan sinulle huomenna klo 14.\"}")
    record Text(@NotBlank @Size(max = 20_000) String text) {}

    /** A promise that was found. */
    @Schema(
            name = "PromiseDraft",
            examples = "{\"kind\":\"call-back\",\"text\":\"Soitan sinulle huomenna klo 14.\","
                    + "\"from\":\"2026-11-21T12:00:00Z\",\"until\":\"2026-11-21T12:30:00Z\","
                    + "\"words\":[\"Soitan sinulle\",\"huomenna\",\"klo 14\"],\"language\":\"fi\",\"timeStated\":true}")
    record DraftView(
            String kind,

            @Schema(description = "The sentence, as the promise's text")
            String text,

            Instant from,
            @Schema(description = "Late from then on") Instant until,

            @Schema(description = "What made it one: the promising words, then the time's")
            List<String> words,

            String language,

            @Schema(description = "False when no time was named: then it is the end of the next working day")
            boolean timeStated) {
        static DraftView of(Draft draft) {
            return new DraftView(
                    draft.kind().toString(),
                    draft.sentence(),
                    draft.window().from(),
                    draft.window().until(),
                    draft.words(),
                    draft.language(),
                    draft.timeStated());
        }
    }

    @POST
    @Operation(
            operationId = "draftPromises",
            summary = "Find the promises in a text",
            description = "Days and hours are those of the company's time zone and working hours.")
    @APIResponse(responseCode = "200", description = "At most ten, in the text's order; none when nothing is promised")
    @APIResponse(responseCode = "422", description = "The text is missing or too long")
    public Page<DraftView> draft(@NotNull @Valid Text text) {
        List<DraftView> found = DraftRule.drafts(text.text(), clock.instant(), plans.company()).stream()
                .map(DraftView::of)
                .toList();
        return new Page<>(found, null);
    }
}
