/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts a log that is in memory. */
public final class Recounts {

    private Recounts() {}

    public static Summary of(Collection<LoggedEvent> log, Interval interval) {
        Recount recount = new Recount(interval);
        Collection<LoggedEvent> once = InOrder.of(log);
        each(once, LoggedEvent::conversationId).forEach(recount::addConversation);
        each(once, event -> event.kind().concernsIssue() ? event.issueId() : null)
                .forEach(recount::addIssue);
        once.stream()
                .filter(event -> event.kind() == EventKind.MESSAGE_RECEIVED || event.kind() == EventKind.MESSAGE_SENT)
                .forEach(recount::addMessage);
        return recount.summary();
    }

    private static Collection<List<LoggedEvent>> each(
            Collection<LoggedEvent> log, Function<LoggedEvent, UUID> subject) {
        return log.stream()
                .filter(event -> subject.apply(event) != null)
                .collect(Collectors.groupingBy(subject))
                .values();
    }
}
