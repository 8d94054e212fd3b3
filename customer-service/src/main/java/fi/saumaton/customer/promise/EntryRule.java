/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.promise;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fi.saumaton.customer.timeline.Author;
import fi.saumaton.customer.timeline.Touchpoint;

/** Which entry of the timeline tells of a promise. What only our own people need to hear makes none. */
final class EntryRule {
    private static final Set<String> TOLD = Set.of("made", "late", "kept", "broken", "moved", "cancelled");
    private static final String CUSTOMER = "customer";

    private EntryRule() {}

    static Optional<Touchpoint> entry(PromiseTold told) {
        String name = PromiseEvent.name(told.type());
        return TOLD.contains(name) ? Optional.of(entry(told, "promise-" + name)) : Optional.empty();
    }

    private static Touchpoint entry(PromiseTold told, String kind) {
        PromiseEvent event = told.event();
        return new Touchpoint(
                event.customerId(),
                event.at(),
                told.eventId(),
                kind,
                event.at(),
                event.channel(),
                null,
                event.conversationId(),
                event.issueId(),
                author(event, kind),
                event.text(),
                null,
                data(event),
                true,
                null,
                null);
    }

    /** Who made it, who kept it; what time or the customer did has no author of ours. */
    private static Author author(PromiseEvent event, String kind) {
        PromiseEvent.Evidence kept = event.evidence();
        return switch (kind) {
            case "promise-made" -> author(event.madeByType(), event.madeById(), event.madeByName());
            case "promise-kept" -> kept == null ? null : author(kept.byType(), kept.byId(), kept.byName());
            case "promise-moved", "promise-cancelled" -> Author.customer(null);
            default -> null;
        };
    }

    private static Author author(String type, String id, String name) {
        if (type == null) {
            return null;
        }
        return type.equals(CUSTOMER) ? Author.customer(name) : new Author(type, id, name);
    }

    private static Map<String, Object> data(PromiseEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("promiseId", event.promiseId());
        data.put("kind", event.kind());
        data.put("from", event.windowFrom());
        data.put("until", event.windowUntil());
        data.put("ownerName", event.ownerName());
        data.put("late", event.late());
        data.put("cause", event.cause());
        data.put("outcome", event.evidence() == null ? null : event.evidence().outcome());
        data.values().removeIf(value -> value == null);
        return data;
    }
}
