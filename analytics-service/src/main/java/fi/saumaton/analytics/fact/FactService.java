/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.fact;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.eventlog.EventLog;
import fi.saumaton.analytics.metric.Contact;
import fi.saumaton.analytics.metric.Issue;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.analytics.metric.Offer;

/** Brings the facts up to date with the log. */
@ApplicationScoped
public class FactService {

    private final EventLog log;
    private final FactStore facts;

    FactService(EventLog log, FactStore facts) {
        this.log = log;
        this.facts = facts;
    }

    /** Makes the facts that these events can have changed anew; the events are in the log already, in this transaction. */
    public Uni<Void> refresh(List<LoggedEvent> appended) {
        Set<UUID> issues = appended.stream()
                .filter(event -> event.kind().concernsIssue())
                .map(LoggedEvent::issueId)
                .collect(Collectors.toSet());
        List<LoggedEvent> answers =
                appended.stream().filter(LoggedEvent::isHumanAnswer).toList();
        Set<UUID> shaped = appended.stream()
                .filter(event -> event.shapesConversation() && !event.isHumanAnswer())
                .map(LoggedEvent::conversationId)
                .collect(Collectors.toSet());
        Set<UUID> subjects = Stream.of(issues.stream(), shaped.stream(), conversations(answers))
                .flatMap(ids -> ids)
                .collect(Collectors.toSet());
        if (subjects.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return facts.lock(subjects)
                .chain(() -> facts.waitingFor(answers))
                .chain(answered -> makeConversations(union(shaped, answered)))
                .chain(() -> makeIssues(issues));
    }

    /** Makes the facts of these conversations and issues anew, after the log has changed under them. */
    public Uni<Void> remake(Set<UUID> conversationIds, Set<UUID> issueIds) {
        return facts.lock(union(conversationIds, issueIds))
                .chain(() -> makeConversations(conversationIds))
                .chain(() -> makeIssues(issueIds));
    }

    private Uni<Void> makeConversations(Set<UUID> conversationIds) {
        if (conversationIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return log.ofConversations(conversationIds)
                .chain(events -> facts.storeContacts(all(events.values(), Contact::of))
                        .chain(() -> facts.storeOffers(all(events.values(), Offer::of))));
    }

    private Uni<Void> makeIssues(Set<UUID> issueIds) {
        if (issueIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return log.ofIssues(issueIds)
                .chain(events -> facts.storeIssues(
                        events.values().stream().map(Issue::of).toList()));
    }

    private static Stream<UUID> conversations(List<LoggedEvent> events) {
        return events.stream().map(LoggedEvent::conversationId);
    }

    private static Set<UUID> union(Set<UUID> some, Collection<UUID> others) {
        Set<UUID> union = new HashSet<>(some);
        union.addAll(others);
        return union;
    }

    private static <T> List<T> all(Collection<List<LoggedEvent>> events, Function<List<LoggedEvent>, List<T>> derive) {
        return events.stream().flatMap(list -> derive.apply(list).stream()).toList();
    }
}
