/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.hubspot;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.moving.source.Reading;
import fi.saumaton.customer.moving.source.What;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class HubspotChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant SINCE = Instant.parse("2025-01-02T09:00:00Z");

    private static HubspotChanges changes(String cursor) {
        return HubspotChanges.of(new Reading("main", What.TICKETS, cursor, SINCE, null, Map.of()));
    }

    @Test
    void asksForWhatHasChangedTheOldestChangeFirst() {
        var query = changes(null).query(50);

        assertEquals(
                "hs_lastmodifieddate",
                query.at("/filterGroups/0/filters/0/propertyName").asText());
        assertEquals(
                "1735808400000", query.at("/filterGroups/0/filters/0/value").asText());
        assertEquals("ASCENDING", query.at("/sorts/0/direction").asText());
    }

    @Test
    void beforeASearchEndsAnotherOneBeginsAtTheLastChange() throws IOException {
        var last = JSON.readTree("{\"properties\": {\"hs_lastmodifieddate\": \"2025-02-03T09:00:00Z\"}}");

        assertEquals("50", changes(changes(null).next("50", List.of(last))).after());
        var next = changes(changes(null).next("9900", List.of(last)));
        assertNull(next.after());
        assertEquals(Instant.parse("2025-02-03T09:00:00Z"), next.since());
        assertNull(changes(null).next(null, List.of(last)));
    }

    @Test
    void associationsAreWrittenIntoTheirTickets() throws IOException {
        var ticket = JSON.readTree("{\"id\": \"11\"}");
        var answer = JSON.readTree("{\"results\": [{\"from\": {\"id\": \"11\"}, \"to\": [{\"toObjectId\": 7}]}]}");

        HubspotChanges.associate("contacts", answer, List.of(ticket));

        assertEquals(List.of("7"), HubspotReader.associated(ticket, "contacts").toList());
    }
}
