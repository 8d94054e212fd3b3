/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.fact.ContactFactRepository;
import fi.saumaton.analytics.metric.Contact;
import fi.saumaton.analytics.metric.Definitions;
import fi.saumaton.analytics.metric.Interval;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;

/**
 * Figures for those who lead. An interval is {@code [from, to)}, each a day of the company's calendar or an instant;
 * {@code asOf} looks at it as it stood at an earlier moment.
 */
@Path("/api/v1/analytics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"supervisor", "manager", "admin", "analytics:read"})
@Tag(name = "Analytics", description = "Figures of customer service, their meaning, and what they are made of")
public class AnalyticsResource {

    private final ReportService reports;
    private final Intervals intervals;
    private final ReportConfig config;

    AnalyticsResource(ReportService reports, Intervals intervals, ReportConfig config) {
        this.reports = reports;
        this.intervals = intervals;
        this.config = config;
    }

    @GET
    @Path("summary")
    @Operation(
            operationId = "getSummary",
            summary = "The figures of an interval",
            description = "Without parameters: today. What each figure means: /analytics/definitions.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = SummaryResponse.class),
                            examples = @ExampleObject(name = "A day", value = Examples.SUMMARY)))
    public Uni<SummaryResponse> summary(@BeanParam IntervalParameters parameters) {
        Interval interval = intervals.read(parameters);
        return reports.summary(interval).map(figures -> SummaryResponse.from(figures, interval, config.timeZone()));
    }

    @GET
    @Path("recount")
    @Operation(
            operationId = "recountSummary",
            summary = "The same figures, counted afresh",
            description = "From the stored event log alone, not from the facts. With the asOf of a summary it gives the"
                    + " same figures, unless events have come late meanwhile.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = SummaryResponse.class),
                            examples = @ExampleObject(name = "A day", value = Examples.SUMMARY)))
    public Uni<SummaryResponse> recount(@BeanParam IntervalParameters parameters) {
        Interval interval = intervals.read(parameters);
        return reports.recount(interval).map(figures -> SummaryResponse.from(figures, interval, config.timeZone()));
    }

    @GET
    @Path("contacts")
    @Operation(
            operationId = "listContacts",
            summary = "The contacts behind the figures",
            description = "Oldest first. The channel is a name (email:support) or a kind (email).")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = ContactsResponse.class),
                            examples = @ExampleObject(name = "One contact", value = Examples.CONTACTS)))
    public Uni<ContactsResponse> contacts(
            @BeanParam IntervalParameters parameters,
            @QueryParam("channel")
                    @Size(max = 200)
                    @Parameter(description = "A channel's name or a kind of channel", example = "email")
                    String channel,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") @Parameter(description = "The next of the page before") String after) {
        Interval interval = intervals.read(parameters);
        return reports.contacts(interval, channel, position(after), limit + 1)
                .map(contacts -> Page.of(contacts, limit, AnalyticsResource::cursor))
                .map(page -> ContactsResponse.from(page.map(contact -> ContactResponse.from(contact, interval))));
    }

    @GET
    @Path("definitions")
    @Operation(
            operationId = "listDefinitions",
            summary = "What each figure means",
            description = "The formula, its version and its unit.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = DefinitionsResponse.class),
                            examples = @ExampleObject(name = "One definition", value = Examples.DEFINITIONS)))
    public DefinitionsResponse definitions() {
        return new DefinitionsResponse(Definitions.VERSION, List.copyOf(Definitions.ALL));
    }

    private static String cursor(Contact last) {
        return Cursor.of(last.startedAt(), last.contactId());
    }

    private static ContactFactRepository.Position position(String after) {
        Cursor cursor = Cursor.parse(after);
        return cursor == null ? null : new ContactFactRepository.Position(cursor.instant(0), cursor.uuid(1));
    }
}
