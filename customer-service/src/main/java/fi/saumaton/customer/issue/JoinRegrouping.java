/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Regrouping;
import fi.saumaton.customer.issue.ArrangementRepository.Count;
import fi.saumaton.customer.issue.JoinRepository.Join;
import fi.saumaton.customer.issue.JoinRepository.Owned;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;

/**
 * When customers are parted, one person's issue must not answer for another person's any more; when they are joined
 * again, what was decided about their issues counts again.
 */
@ApplicationScoped
class JoinRegrouping implements Regrouping {
    private final JoinRepository joins;
    private final ArrangementRepository arrangements;
    private final Outbox outbox;
    private final Clock clock;

    JoinRegrouping(JoinRepository joins, ArrangementRepository arrangements, Outbox outbox, Clock clock) {
        this.joins = joins;
        this.arrangements = arrangements;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Void> regrouped(Set<UUID> survivors) {
        return joins.standing(survivors)
                .chain(standing -> standing.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : joins.issues(survivors).chain(issues -> arrange(issues, standing)));
    }

    private Uni<Void> arrange(List<Owned> issues, List<Join> standing) {
        var after = survivors(issues, standing);
        var changed = issues.stream()
                .filter(issue -> !issue.survivorId().equals(after.get(issue.id())))
                .toList();
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : arrangements.survive(after).chain(() -> tell(concerned(changed, after, standing), owners(issues)));
    }

    private static Map<UUID, UUID> survivors(List<Owned> issues, List<Join> standing) {
        var joined = standing.stream().map(Join::joined).toList();
        Map<UUID, UUID> survivors = new LinkedHashMap<>();
        issues.stream()
                .collect(Collectors.groupingBy(
                        Owned::owner, LinkedHashMap::new, Collectors.mapping(Owned::id, Collectors.toSet())))
                .values()
                .forEach(own -> survivors.putAll(ArrangementRule.survivors(own, joined)));
        return survivors;
    }

    private static Map<UUID, UUID> owners(Collection<Owned> issues) {
        return issues.stream().collect(Collectors.toMap(Owned::id, Owned::owner));
    }

    /** The join that each issue counts otherwise for now: its own, or that of an issue which counted or counts to it. */
    private static Map<UUID, Join> concerned(List<Owned> changed, Map<UUID, UUID> after, List<Join> standing) {
        Map<UUID, Join> own = new HashMap<>();
        standing.forEach(join -> own.put(join.issueId(), join));
        Map<UUID, Join> concerned = new LinkedHashMap<>();
        changed.forEach(issue -> concerned.put(issue.id(), own.get(issue.id())));
        changed.forEach(issue -> {
            concerned.putIfAbsent(issue.survivorId(), own.get(issue.id()));
            concerned.putIfAbsent(after.get(issue.id()), own.get(issue.id()));
        });
        concerned.values().removeIf(join -> join == null);
        return concerned;
    }

    private Uni<Void> tell(Map<UUID, Join> concerned, Map<UUID, UUID> owners) {
        return arrangements
                .count(new HashSet<>(concerned.keySet()))
                .chain(counts -> outbox.append(counts.stream()
                        .filter(count -> owners.containsKey(count.issueId()) && concerned.containsKey(count.issueId()))
                        .map(count -> rearranged(count, concerned.get(count.issueId()), owners))
                        .map(event -> OutgoingEvent.of(event.type(), event.customerId(), clock.instant(), event))
                        .toList()));
    }

    private IssueEvent.Rearranged rearranged(Count count, Join join, Map<UUID, UUID> owners) {
        boolean together =
                owners.containsKey(join.into()) && owners.get(join.issueId()).equals(owners.get(join.into()));
        return new IssueEvent.Rearranged(
                owners.get(count.issueId()),
                count.issueId(),
                count.survivorId(),
                join.decisionId(),
                IssueDecision.Kind.JOIN.code(),
                !together,
                null,
                count.survivorId().equals(count.issueId()) ? count.contacts() : 0,
                count.returned(),
                clock.instant());
    }
}
