/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/** A manager reading figures. */
public final class Reports {

    private final Api api;

    public Reports(Doors doors) {
        this.api = Api.as(doors.gateway(), new SignIn(doors.issuer()).person("manager"));
    }

    /** The published figures of a period. */
    public JsonNode summary(Instant from, Instant to) {
        return api.get("/api/v1/analytics/summary" + period(from, to)).expect(200);
    }

    /**
     * The same figures, computed afresh from the stored events.
     *
     * @param asOf the moment that unanswered contacts have waited until, as a summary gives it
     */
    public JsonNode recount(Instant from, Instant to, String asOf) {
        return api.get("/api/v1/analytics/recount" + period(from, to) + "&asOf=" + asOf)
                .expect(200);
    }

    /** The contacts behind the figures. */
    public JsonNode contacts(Instant from, Instant to) {
        return api.get("/api/v1/analytics/contacts" + period(from, to) + "&limit=200")
                .expect(200)
                .path("items");
    }

    private static String period(Instant from, Instant to) {
        return "?from=" + from + "&to=" + to;
    }
}
