/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.promise.calendar.Hours;

/**
 * A queue's plan as it is put.
 *
 * @param supervisorId the subject of the person who hears of a promise before it is due
 * @param people how many call customers back at the same time; 0: customers can pick no window
 * @param hours when, by day of the week; the company's working hours when absent
 */
@Schema(
        name = "PromisePlan",
        examples =
                "{\"supervisorId\":\"3f1e9a52-7c0d-4b7e-9a51-0d2c5f4b8e10\",\"supervisorName\":\"Jenni\",\"people\":2,"
                        + "\"minutesEach\":15,\"windowMinutes\":60,\"daysAhead\":5,\"hours\":{\"MONDAY\":\"10:00-14:00\"}}")
record PlanRequest(
        @NotBlank @Size(max = 100) String supervisorId,
        @Size(max = 200) String supervisorName,
        @NotNull @Min(0) @Max(1000) Integer people,
        @NotNull @Min(1) @Max(480) Integer minutesEach,
        @NotNull @Min(15) @Max(480) Integer windowMinutes,
        @NotNull @Min(1) @Max(60) Integer daysAhead,
        Map<DayOfWeek, String> hours) {

    Plan of(String queue, long version) {
        Map<DayOfWeek, String> own = hours == null ? Map.of() : hours;
        own.values().forEach(PlanRequest::readable);
        return new Plan(
                queue, supervisorId, supervisorName, people, minutesEach, windowMinutes, daysAhead, own, version);
    }

    private static void readable(String hours) {
        try {
            Hours.parse(hours);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Problem(CommonProblem.INVALID, "Hours are written as 08:00-16:00").with("field", "hours");
        }
    }
}
