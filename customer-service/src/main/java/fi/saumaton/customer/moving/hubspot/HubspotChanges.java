/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.hubspot;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fi.saumaton.customer.moving.source.Fields;
import fi.saumaton.customer.moving.source.Reading;
import fi.saumaton.customer.moving.source.SourceTrouble;
import fi.saumaton.customer.moving.source.What;

/**
 * Searches for what has changed, the oldest change first. A search ends after 10,000 hits; before that another one begins
 * at the last change that was seen.
 *
 * @param after HubSpot's cursor; null at the beginning of a search
 */
record HubspotChanges(What what, Instant since, String after) {
    private static final int MOST = 9_900;

    static HubspotChanges of(Reading reading) {
        if (reading.cursor() == null) {
            return new HubspotChanges(reading.what(), reading.since(), null);
        }
        var parts = reading.cursor().split("\\|", 2);
        return new HubspotChanges(reading.what(), Instant.parse(parts[0]), parts[1].isEmpty() ? null : parts[1]);
    }

    private String property() {
        return what == What.CONTACTS ? "lastmodifieddate" : "hs_lastmodifieddate";
    }

    ObjectNode query(int limit) {
        var query = JsonNodeFactory.instance.objectNode().put("limit", limit);
        if (after != null) {
            query.put("after", after);
        }
        query.putArray("filterGroups")
                .addObject()
                .putArray("filters")
                .addObject()
                .put("propertyName", property())
                .put("operator", "GTE")
                .put("value", Long.toString(since.toEpochMilli()));
        query.putArray("sorts").addObject().put("propertyName", property()).put("direction", "ASCENDING");
        var properties = query.putArray("properties");
        var names = what == What.CONTACTS ? HubspotReader.CONTACT_PROPERTIES : HubspotReader.TICKET_PROPERTIES;
        for (var name : names.split(",")) {
            properties.add(name);
        }
        return query;
    }

    /** @param next HubSpot's cursor; null when that was all */
    String next(String next, List<JsonNode> found) {
        if (next == null) {
            return null;
        }
        if (!next.matches("[0-9]{1,9}") || Integer.parseInt(next) < MOST) {
            return since + "|" + next;
        }
        var last = found.isEmpty() ? null : Fields.time(found.getLast(), "properties", property());
        if (last == null || !last.isAfter(since)) {
            throw SourceTrouble.refused("More than 9,900 records of one moment can't be told apart.");
        }
        return last + "|";
    }

    static ObjectNode inputs(List<JsonNode> tickets) {
        var query = JsonNodeFactory.instance.objectNode();
        var inputs = query.putArray("inputs");
        tickets.forEach(ticket -> inputs.addObject().put("id", Fields.text(ticket, "id")));
        return query;
    }

    /** Writes associations into the tickets as their list would have brought them. */
    static void associate(String kind, JsonNode answer, List<JsonNode> tickets) {
        Map<String, JsonNode> byId = new HashMap<>();
        tickets.forEach(ticket -> byId.put(Fields.text(ticket, "id"), ticket));
        for (var result : answer.path("results")) {
            if (byId.get(Fields.text(result, "from", "id")) instanceof ObjectNode ticket) {
                var there = ticket.withObject("/associations/" + kind).putArray("results");
                result.path("to").forEach(to -> there.addObject().put("id", Fields.text(to, "toObjectId")));
            }
        }
    }
}
