/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.customer.issue.IssueRepository.Contacted;
import fi.saumaton.customer.issue.IssueRepository.NewIssue;
import fi.saumaton.customer.issue.PlacingRepository.Placed;
import fi.saumaton.customer.timeline.Author;
import fi.saumaton.customer.timeline.Touchpoint;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.id.Reference;

/** Places the contacts of one batch one after the other: a later one sees the issue that an earlier one opened. */
final class PlacingRound {
    private final Map<UUID, IssueRule.Candidate> known = new LinkedHashMap<>();
    private final Map<UUID, NewIssue> opened = new LinkedHashMap<>();
    private final Map<UUID, Contacted> contacted = new LinkedHashMap<>();
    private final Map<UUID, Placement> placements = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private final Instant now;
    private final IssueRule rule;
    private final TopicRule topics;

    PlacingRound(List<IssueRule.Candidate> candidates, Instant now, IssueRule rule, TopicRule topics) {
        candidates.forEach(candidate -> known.put(candidate.id(), candidate));
        this.now = now;
        this.rule = rule;
        this.topics = topics;
    }

    void place(Arrival arrival) {
        var contact = new IssueRule.Contacting(
                arrival.at(), TopicRule.references(arrival.said()), topics.read(arrival.said()));
        var own = Optional.ofNullable(arrival.currentIssueId()).map(known::get);
        var others = known.values().stream()
                .filter(issue -> issue.customerId().equals(arrival.customerId()))
                .toList();
        var choice = rule.choose(own, others, contact, now);
        var placement = choice.step() == IssueRule.Step.OPEN
                ? open(arrival, contact.topic())
                : goOn(arrival, choice, contact.topic());
        placements.put(arrival.conversationId(), placement);
        placed.add(placed(arrival, placement, choice, contact.topic()));
    }

    private Placement open(Arrival arrival, Topic topic) {
        var issue = new NewIssue(
                Ids.next(),
                arrival.recordedUnder(),
                Reference.next(),
                arrival.title(),
                arrival.conversationId(),
                arrival.at());
        opened.put(issue.id(), issue);
        known.put(
                issue.id(),
                new IssueRule.Candidate(
                        issue.id(),
                        issue.id(),
                        arrival.customerId(),
                        issue.reference(),
                        issue.title(),
                        IssueState.OPEN,
                        1,
                        arrival.at(),
                        arrival.at(),
                        null,
                        Set.of(issue.reference()),
                        topic));
        var event = new IssueEvent.Opened(
                arrival.customerId(), issue.id(), issue.reference(), arrival.conversationId(), arrival.at());
        var entry = entry(arrival, Touchpoint.ISSUE_OPENED, issue.id(), issue.title());
        return new Placement(issue.id(), false, event, Optional.of(entry));
    }

    private Placement goOn(Arrival arrival, IssueRule.Choice choice, Topic topic) {
        var issue = choice.issue();
        var survivor = issue.survivorId();
        boolean returned = choice.step() == IssueRule.Step.REOPEN;
        known.replaceAll((id, other) -> other.survivorId().equals(survivor)
                ? other.contacted(arrival.at(), id.equals(issue.id()) ? topic : Topic.NONE)
                : other);
        contacted.merge(
                survivor,
                new Contacted(survivor, arrival.at(), 1, returned),
                (a, b) -> new Contacted(
                        a.id(),
                        a.at().isAfter(b.at()) ? a.at() : b.at(),
                        a.contacts() + b.contacts(),
                        a.returned() || b.returned()));
        if (returned) {
            var event = new IssueEvent.Reopened(arrival.customerId(), survivor, arrival.conversationId(), arrival.at());
            var entry = entry(arrival, Touchpoint.ISSUE_REOPENED, survivor, issue.title());
            return new Placement(issue.id(), true, event, Optional.of(entry));
        }
        var event = new IssueEvent.Continued(arrival.customerId(), survivor, arrival.conversationId(), arrival.at());
        return new Placement(issue.id(), true, event, Optional.empty());
    }

    private Placed placed(Arrival arrival, Placement placement, IssueRule.Choice choice, Topic topic) {
        var because = choice.because();
        return new Placed(
                Ids.next(),
                arrival.conversationId(),
                arrival.turn(),
                placement.issueId(),
                because.ground() == Ground.THREAD,
                choice.step() == IssueRule.Step.REOPEN,
                because.ground().code(),
                because.kind(),
                because.value(),
                topic.numbers().stream().map(Topic.Number::code).toList(),
                List.copyOf(topic.words().keySet()),
                arrival.at(),
                now);
    }

    private static Touchpoint entry(Arrival arrival, String kind, UUID issueId, String title) {
        return Touchpoint.issue(
                arrival.recordedUnder(),
                kind,
                Ids.next(),
                arrival.at(),
                arrival.place(issueId),
                Author.customer(null),
                title,
                null);
    }

    List<NewIssue> opened() {
        return List.copyOf(opened.values());
    }

    /** Counted after {@link #opened} is written: an issue may be opened and contacted again in one batch. */
    Collection<Contacted> contacted() {
        return contacted.values();
    }

    /** The contacts, each with its issue and why. */
    List<Placed> placed() {
        return placed;
    }

    Map<UUID, Placement> placements() {
        return placements;
    }
}
