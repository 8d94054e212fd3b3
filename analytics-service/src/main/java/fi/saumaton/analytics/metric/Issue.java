/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A customer's matter with its resolutions. A resolution holds until the customer comes back to the matter, or somebody
 * of the company finds that it was none; it is one at the first contact only if it is the first one, no contact continued the matter before it, and customer-service says so.
 * When people move a contact to another matter or join two, each counts as it was put right, for the past too: a matter that
 * counts to another one, or that no contact is about any more, has never been one.
 *
 * @param openedAt null while only later events of the issue are known
 */
public record Issue(UUID issueId, UUID customerId, Instant openedAt, List<Resolution> resolutions) {

    /** Of a changed matter: somebody of the company found that it was not solved. */
    public static final String REOPENED = "reopened";

    /** Of a rearranged matter: it counts by itself. */
    public static final String COUNTED = "counted";

    /**
     * The matter was declared solved.
     *
     * @param resolutionId the id of the event that told it
     * @param undoneAt when the customer came back to the matter, or null
     */
    public record Resolution(UUID resolutionId, Instant resolvedAt, Instant undoneAt, boolean firstContact) {

        /** Whether it lies in the interval and still held at the moment the interval is looked at from. */
        public boolean countsIn(Interval interval) {
            return interval.contains(resolvedAt) && !interval.isKnown(undoneAt);
        }
    }

    public Issue {
        resolutions = List.copyOf(resolutions);
    }

    public static Issue of(Collection<LoggedEvent> eventsOfOneIssue) {
        UUID issueId = null;
        UUID customerId = null;
        Instant openedAt = null;
        boolean contactedAgain = false;
        boolean counted = true;
        List<Resolution> resolutions = new ArrayList<>();
        for (LoggedEvent event : InOrder.of(eventsOfOneIssue)) {
            issueId = event.issueId();
            customerId = event.customerId();
            switch (event.kind()) {
                case ISSUE_OPENED -> openedAt = openedAt == null ? event.at() : openedAt;
                case ISSUE_CONTINUED, ISSUE_REOPENED -> {
                    contactedAgain = true;
                    resolutions.replaceAll(resolution -> undo(resolution, event.at()));
                }
                case ISSUE_RESOLVED ->
                    resolutions.add(new Resolution(
                            event.eventId(),
                            event.at(),
                            null,
                            event.firstContact() && !contactedAgain && resolutions.isEmpty()));
                case ISSUE_CHANGED -> {
                    if (REOPENED.equals(event.reason())) {
                        resolutions.replaceAll(resolution -> undo(resolution, event.at()));
                    }
                }
                case ISSUE_REARRANGED -> {
                    counted = COUNTED.equals(event.reason());
                    contactedAgain = !event.firstContact();
                    putRight(resolutions, event.firstContact());
                }
                default -> throw new IllegalArgumentException("Not an event of an issue: " + event.kind());
            }
        }
        if (!counted) {
            resolutions.replaceAll(resolution ->
                    new Resolution(resolution.resolutionId(), resolution.resolvedAt(), resolution.resolvedAt(), false));
        }
        return new Issue(issueId, customerId, counted ? openedAt : null, resolutions);
    }

    /** Whether the first resolution was one at the first contact, now that it is known better which contacts there were. */
    private static void putRight(List<Resolution> resolutions, boolean oneContact) {
        if (!resolutions.isEmpty()) {
            var first = resolutions.getFirst();
            resolutions.set(0, new Resolution(first.resolutionId(), first.resolvedAt(), first.undoneAt(), oneContact));
        }
    }

    private static Resolution undo(Resolution resolution, Instant at) {
        return resolution.undoneAt() != null
                ? resolution
                : new Resolution(resolution.resolutionId(), resolution.resolvedAt(), at, resolution.firstContact());
    }

    public boolean openedIn(Interval interval) {
        return openedAt != null && interval.contains(openedAt);
    }

    public boolean resolvedIn(Interval interval) {
        return resolutions.stream().anyMatch(resolution -> resolution.countsIn(interval));
    }

    public boolean resolvedAtFirstContactIn(Interval interval) {
        return resolutions.stream().anyMatch(resolution -> resolution.firstContact() && resolution.countsIn(interval));
    }
}
