/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.timeline.Author;
import fi.saumaton.customer.timeline.TimelineService;
import fi.saumaton.customer.timeline.Touchpoint;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** Finds contacts their issues, and resolves and closes issues. */
@ApplicationScoped
public class IssueService {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final Transactions transactions;
    private final IssueRepository issues;
    private final PlacingRepository placings;
    private final ChangeRepository changes;
    private final IdentityService identities;
    private final TimelineService timeline;
    private final Outbox outbox;
    private final IssueConfig config;
    private final IssueRule rule;
    private final TopicRule topics;
    private final Clock clock;

    IssueService(
            Transactions transactions,
            IssueRepository issues,
            PlacingRepository placings,
            ChangeRepository changes,
            IdentityService identities,
            TimelineService timeline,
            Outbox outbox,
            IssueConfig config,
            FactReader reader,
            Clock clock) {
        this.transactions = transactions;
        this.issues = issues;
        this.placings = placings;
        this.changes = changes;
        this.identities = identities;
        this.timeline = timeline;
        this.outbox = outbox;
        this.config = config;
        this.rule = new IssueRule(config.limits());
        this.topics = new TopicRule(reader, config.numbers());
        this.clock = clock;
    }

    /**
     * Finds or opens the issue of each contact, by conversation; inside the caller's write transaction, which holds the
     * customers' locks, so that two contacts of one customer never open two issues at once.
     */
    public Uni<Map<UUID, Placement>> place(List<Arrival> arrivals) {
        return along(arrivals).map(along -> settled(arrivals, along)).chain(this::choose);
    }

    /**
     * A conversation turned out, in the middle of it, to be with somebody else than it seemed. Its issue goes along when
     * no other contact was about it; otherwise the conversation finds or opens one as if it had just begun.
     *
     * @return the placements of those whose issue did not go along
     */
    public Uni<Map<UUID, Placement>> follow(List<Arrival> moved) {
        return along(moved)
                .chain(along -> choose(settled(
                        moved.stream()
                                .filter(arrival -> !along.contains(arrival.conversationId()))
                                .toList(),
                        along)));
    }

    private Uni<Map<UUID, Placement>> choose(List<Arrival> arrivals) {
        var customers = arrivals.stream()
                .filter(arrival -> !arrival.newCustomer())
                .map(Arrival::customerId)
                .distinct()
                .toList();
        var current = arrivals.stream()
                .map(Arrival::currentIssueId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return issues.candidates(customers, current, config.numbers())
                .map(candidates -> new PlacingRound(candidates, clock.instant(), rule, topics))
                .invoke(round -> arrivals.forEach(round::place))
                .call(round -> issues.insert(round.opened()))
                .call(round -> issues.contacted(round.contacted()))
                .call(round -> placings.insert(round.placed()))
                .map(PlacingRound::placements);
    }

    /**
     * A conversation is with the same customer as before, but through a surer handle: its issue is recorded with that one
     * from now on, when no other contact was about it, so that it stays with the person if the handles are ever parted.
     */
    public Uni<Void> accompany(List<Arrival> arrivals) {
        return along(arrivals).replaceWithVoid();
    }

    /** The conversations whose issue goes along with them to another customer. */
    private Uni<Set<UUID>> along(List<Arrival> arrivals) {
        var moves = arrivals.stream()
                .filter(Arrival::moved)
                .map(arrival -> new IssueRepository.Move(
                        arrival.currentIssueId(), arrival.conversationId(), arrival.recordedUnder()))
                .toList();
        return moves.isEmpty() ? Uni.createFrom().item(Set.of()) : issues.move(moves);
    }

    /** An issue that stays behind with another customer is none to go on with. */
    private static List<Arrival> settled(List<Arrival> arrivals, Set<UUID> along) {
        return arrivals.stream()
                .map(arrival ->
                        arrival.moved() && !along.contains(arrival.conversationId()) ? arrival.afresh() : arrival)
                .toList();
    }

    /** Gives an issue that was opened before its first message was known a proper title. */
    public Uni<Void> rename(Map<UUID, String> titles) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var title : new LinkedHashMap<>(titles).entrySet()) {
            all = all.chain(
                    () -> issues.rename(title.getKey(), title.getValue()).replaceWithVoid());
        }
        return all;
    }

    /** The open issues of a surviving customer, the one in contact last first; inside the caller's session. */
    public Uni<List<IssueView>> open(UUID customerId) {
        return issues.open(customerId)
                .map(found -> found.stream()
                        .map(issue -> IssueView.from(issue, customerId))
                        .toList());
    }

    Uni<IssueView> get(UUID id) {
        return transactions.read(() -> issues.require(id).chain(this::view));
    }

    /** The contacts about an issue, newest first, each with why it is there. */
    Uni<Page<IssueContact>> contacts(UUID id, int limit, String after, BecauseText language) {
        var cursor = Cursor.parse(after);
        var before = cursor == null ? END_OF_TIME : cursor.instant(0);
        var beforeId = cursor == null ? LAST_ID : cursor.uuid(1);
        return transactions.read(() -> issues.require(id)
                .chain(issue -> placings.contacts(issue.id(), before, beforeId, limit + 1))
                .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.beganAt(), row.conversationId())))
                .map(page -> page.map(row -> IssueContact.from(row, language))));
    }

    /**
     * Resolves an issue; doing so twice the same way changes nothing.
     *
     * @param code one of the company's list, or null
     * @param expectedVersions the versions that the caller accepts, empty for any
     */
    public Uni<IssueView> resolve(UUID id, String resolution, String code, Author by, Set<Integer> expectedVersions) {
        if (code != null && !config.resolutionCodes().contains(code)) {
            throw new Problem(CommonProblem.INVALID, "There is no such code.")
                    .with("parameter", "code")
                    .with("codes", config.resolutionCodes().stream().sorted().toList());
        }
        return transactions.write(() -> issues.requireLocked(id)
                .invoke(issue -> issue.check(expectedVersions))
                .call(issue -> issue.resolve(resolution, code, by, clock.instant())
                        ? publish(issue)
                        : Uni.createFrom().voidItem())
                .chain(this::view));
    }

    /** Closes what has been quiet for long enough; any replica may, and several may at once. */
    Uni<Integer> closeQuiet() {
        var now = clock.instant();
        return transactions.write(
                () -> issues.close(now.minus(config.quietPeriod()), now).call(placings::forgetTopics));
    }

    private Uni<Void> publish(Issue issue) {
        return identities
                .survivor(issue.customerId())
                .map(survivor -> survivor.orElseThrow())
                .chain(customerId -> {
                    var event = issue.resolved(customerId);
                    var place = new Touchpoint.Place(null, null, null, issue.id());
                    var entry = Touchpoint.issue(
                            issue.customerId(),
                            Touchpoint.ISSUE_RESOLVED,
                            Ids.next(),
                            event.resolvedAt(),
                            place,
                            event.resolvedBy(),
                            issue.title(),
                            event.resolution());
                    var change = new IssueChange(
                            Ids.next(),
                            IssueChange.RESOLVED,
                            null,
                            issue.resolutionCode(),
                            event.resolution(),
                            event.resolvedBy(),
                            event.resolvedAt());
                    return changes.insert(issue.id(), change)
                            .chain(() -> timeline.add(List.of(entry)))
                            .chain(() -> outbox.append(
                                    OutgoingEvent.of(event.type(), customerId, event.resolvedAt(), event)));
                });
    }

    private Uni<IssueView> view(Issue issue) {
        return issues.flush()
                .chain(() -> identities.survivor(issue.customerId()))
                .map(survivor -> IssueView.from(issue, survivor.orElseThrow()));
    }
}
