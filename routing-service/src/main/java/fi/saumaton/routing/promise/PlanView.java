/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.DayOfWeek;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A queue's plan. */
@Schema(name = "PromisePlanOfQueue")
record PlanView(
        @Schema(examples = "support") String queue,
        String supervisorId,
        String supervisorName,
        int people,
        int minutesEach,
        int windowMinutes,
        int daysAhead,
        Map<DayOfWeek, String> hours,
        long version) {
    static PlanView of(Plan plan) {
        return new PlanView(
                plan.queue(),
                plan.supervisorId(),
                plan.supervisorName(),
                plan.people(),
                plan.minutesEach(),
                plan.windowMinutes(),
                plan.daysAhead(),
                plan.hours(),
                plan.version());
    }
}
