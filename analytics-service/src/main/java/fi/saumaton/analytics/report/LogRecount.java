/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.eventlog.EventLog;
import fi.saumaton.analytics.metric.Interval;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.analytics.metric.Recount;
import fi.saumaton.analytics.metric.Summary;

/** Counts the figures of an interval from the stored log alone, page by page; the facts are not looked at. */
@ApplicationScoped
class LogRecount {

    private static final int SUBJECTS = 1_000;
    private static final int MESSAGES = 10_000;

    private final EventLog log;

    LogRecount(EventLog log) {
        this.log = log;
    }

    Uni<Summary> summary(Interval interval) {
        Recount recount = new Recount(interval);
        return conversations(interval, recount, null)
                .chain(() -> issues(interval, recount, null))
                .chain(() -> messages(interval, recount, null))
                .map(ignored -> recount.summary());
    }

    private Uni<Void> conversations(Interval interval, Recount recount, UUID after) {
        return log.conversationsStartedIn(interval, after, SUBJECTS)
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : log.ofConversations(ids)
                                .invoke(events -> events.values().forEach(recount::addConversation))
                                .chain(() -> next(ids, SUBJECTS, last -> conversations(interval, recount, last))));
    }

    private Uni<Void> issues(Interval interval, Recount recount, UUID after) {
        return log.issuesMovedIn(interval, after, SUBJECTS)
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : log.ofIssues(ids)
                                .invoke(events -> events.values().forEach(recount::addIssue))
                                .chain(() -> next(ids, SUBJECTS, last -> issues(interval, recount, last))));
    }

    private Uni<Void> messages(Interval interval, Recount recount, LoggedEvent after) {
        return log.messagesIn(interval, after, MESSAGES)
                .invoke(page -> page.forEach(recount::addMessage))
                .chain(page -> next(page, MESSAGES, last -> messages(interval, recount, last)));
    }

    /** The rest after a full page; a page that is not full was the last one. */
    private static <T> Uni<Void> next(List<T> page, int full, Function<T, Uni<Void>> rest) {
        return page.size() < full ? Uni.createFrom().voidItem() : rest.apply(page.getLast());
    }
}
