/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.hours;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.hours.ChannelPolicy.Availability;
import fi.saumaton.gateway.hours.ChannelPolicy.WhenLate;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** What the company says about a channel, and what customers may expect of it. */
@Path("/api/v1/channels/{name}")
@Tag(name = "Channels")
public class PolicyResource {
    private final PolicyService service;
    private final Caller caller;

    PolicyResource(PolicyService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Opening hours; see {@link OpeningHours}. {@code zone}: such as Europe/Helsinki. */
    public record Hours(
            @NotBlank String zone,
            @NotNull @Size(max = 100) List<@Valid @NotNull Span> weekly,
            boolean openOnHolidays,
            @Size(max = 400) List<@Valid @NotNull Day> days) {}

    /** Of every week. A span ends later than it begins; 00:00 as its end is midnight. */
    public record Span(
            @NotNull DayOfWeek day,
            @NotNull LocalTime from,
            @NotNull LocalTime to) {}

    /** A single day that differs; closed without times. */
    public record Day(@NotNull LocalDate date, LocalTime from, LocalTime to) {}

    /** A channel's policy; see {@link ChannelPolicy}. */
    public record Policy(
            boolean hidden,
            @Valid Hours hours,
            Duration answerWithin,
            Boolean humans,
            WhenLate whenLate,
            @Size(max = 10) List<@NotBlank String> alternatives) {}

    @GET
    @Path("policy")
    @RolesAllowed({"agent", "supervisor", "manager", "admin"})
    @Operation(
            operationId = "getChannelPolicy",
            summary = "Opening hours, what is promised, and what happens when it cannot be kept")
    public Uni<ChannelPolicy> get(String name) {
        return service.get(name);
    }

    @PUT
    @Path("policy")
    @RolesAllowed({"manager", "admin"})
    @Operation(
            operationId = "putChannelPolicy",
            summary = "Says it anew",
            description = "Valid at once, on every replica.")
    public Uni<ChannelPolicy> put(String name, @Valid @NotNull Policy policy) {
        return service.put(
                name,
                new ChannelPolicy(
                        policy.hidden(),
                        policy.hours() == null ? null : hours(policy.hours()),
                        policy.answerWithin(),
                        policy.humans() == null || policy.humans(),
                        policy.whenLate(),
                        policy.alternatives()),
                caller.id());
    }

    @GET
    @Path("availability")
    @PermitAll
    @Operation(
            operationId = "getAvailability",
            summary = "What a customer may expect of the channel now",
            description =
                    "Open or not, since when or until when, how long others have waited lately for their first answer, and other channels where this one does not help.")
    public Uni<Availability> availability(String name) {
        return service.availability(name);
    }

    private static OpeningHours hours(Hours hours) {
        return new OpeningHours(
                zone(hours.zone()),
                hours.weekly().stream().map(PolicyResource::span).toList(),
                hours.openOnHolidays(),
                hours.days() == null
                        ? List.of()
                        : hours.days().stream().map(PolicyResource::day).toList());
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new Problem(CommonProblem.INVALID, "There is no such time zone").with("field", "hours.zone");
        }
    }

    private static OpeningHours.Span span(Span span) {
        mustEndLater(span.from(), span.to(), "hours.weekly");
        return new OpeningHours.Span(span.day(), span.from(), span.to());
    }

    private static OpeningHours.Day day(Day day) {
        if ((day.from() == null) != (day.to() == null)) {
            throw new Problem(CommonProblem.INVALID, "A day has both times or none").with("field", "hours.days");
        }
        if (day.from() != null) {
            mustEndLater(day.from(), day.to(), "hours.days");
        }
        return new OpeningHours.Day(day.date(), day.from(), day.to());
    }

    private static void mustEndLater(LocalTime from, LocalTime to, String field) {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new Problem(CommonProblem.INVALID, "It must end later than it begins").with("field", field);
        }
    }
}
