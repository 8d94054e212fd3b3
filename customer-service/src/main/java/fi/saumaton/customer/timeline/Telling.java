/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.customer.timeline.VersionRule.Outcome;
import fi.saumaton.kit.event.OutgoingEvent;

/** What others are told of what was written. */
final class Telling {
    private Telling() {}

    /** @param telling whether of every entry, or only of what became known of customers */
    static List<OutgoingEvent> of(List<RecordingService.Place> places, boolean telling, Instant now) {
        List<OutgoingEvent> events = new ArrayList<>();
        Set<UUID> met = new HashSet<>();
        for (var place : places) {
            var who = place.who();
            if (met.add(who.source())) {
                who.events().forEach(event -> events.add(OutgoingEvent.of(event.type(), who.customerId(), now, event)));
            }
            if (telling) {
                events.addAll(of(place, now));
            }
        }
        return events;
    }

    private static List<OutgoingEvent> of(RecordingService.Place place, Instant now) {
        var customerId = place.who().customerId();
        if (place.outcome() == Outcome.RECORDED) {
            return List.of(OutgoingEvent.of(
                    TouchpointEvent.RECORDED, customerId, now, recorded(place.entry(), customerId, now)));
        }
        var changed =
                OutgoingEvent.of(TouchpointEvent.CHANGED, customerId, now, changed(place.entry(), customerId, now));
        var before = place.before().stored();
        return before.customerId().equals(customerId)
                ? List.of(changed)
                : List.of(removed(place.entry().key(), before, now), changed);
    }

    private static TouchpointEvent.Recorded recorded(Entry entry, UUID customerId, Instant now) {
        var request = entry.request();
        return new TouchpointEvent.Recorded(
                customerId,
                entry.id(),
                request.kind(),
                request.system(),
                request.externalId(),
                request.occurredAt(),
                now);
    }

    private static TouchpointEvent.Changed changed(Entry entry, UUID customerId, Instant now) {
        var request = entry.request();
        return new TouchpointEvent.Changed(
                customerId,
                entry.id(),
                request.kind(),
                request.system(),
                request.externalId(),
                request.number(),
                request.occurredAt(),
                now);
    }

    static OutgoingEvent removed(Entry.Key key, VersionRule.Stored stored, Instant now) {
        return OutgoingEvent.of(
                TouchpointEvent.REMOVED,
                stored.customerId(),
                now,
                new TouchpointEvent.Removed(
                        stored.customerId(), stored.touchpointId(), key.system(), key.externalId(), now));
    }
}
