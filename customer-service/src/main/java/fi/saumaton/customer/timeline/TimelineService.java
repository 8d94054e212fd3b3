/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;

/** Writes and reads timelines, inside the caller's transaction or session. */
@ApplicationScoped
public class TimelineService {
    /** Before all ids: what happened at the end of the time that is asked for does not belong to it. */
    private static final UUID FIRST_ID = new UUID(0, 0);

    private final TimelineRepository timeline;

    TimelineService(TimelineRepository timeline) {
        this.timeline = timeline;
    }

    /** Adds the entries in one statement; those that are there already stay as they are. */
    public Uni<Void> add(List<Touchpoint> touchpoints) {
        return timeline.insert(touchpoints);
    }

    /** Takes entries away, by their keys. */
    Uni<Void> remove(List<TimelineRepository.Place> places) {
        return timeline.delete(places);
    }

    /**
     * A page of the timeline, newest first.
     *
     * @param customerId a surviving customer
     * @param after the cursor of the page before, null for the first page
     */
    public Uni<Page<TimelineEntry>> page(UUID customerId, TimelineFilter filter, int limit, String after) {
        var cursor = Cursor.parse(after);
        var before = cursor == null ? filter.to() : cursor.instant(0);
        var beforeId = cursor == null ? FIRST_ID : cursor.uuid(1);
        return timeline.page(customerId, filter, before, beforeId, limit + 1).map(rows -> page(rows, limit));
    }

    /**
     * The first of some entries as a page.
     *
     * @param newest newest first; more than {@code limit} when there is a next page
     */
    public static Page<TimelineEntry> page(List<TimelineEntry> newest, int limit) {
        return Page.of(newest, limit, entry -> Cursor.of(entry.occurredAt(), entry.touchpointId()));
    }

    /**
     * The newest entries that were there at a time.
     *
     * @param members the ids that were one customer then
     */
    public Uni<List<TimelineEntry>> then(List<UUID> members, Instant asOf, int limit) {
        return timeline.then(members, asOf, limit);
    }

    /** What the customer has bought, newest first. */
    public Uni<List<TimelineEntry>> purchases(UUID customerId, int limit) {
        return timeline.purchases(customerId, limit);
    }
}
