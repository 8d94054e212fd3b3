/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.issue.ArrangementRepository.Count;
import fi.saumaton.customer.issue.ArrangementRepository.Standing;
import fi.saumaton.customer.issue.ArrangementRepository.Turn;
import fi.saumaton.customer.timeline.Author;
import fi.saumaton.customer.timeline.TimelineService;
import fi.saumaton.customer.timeline.Touchpoint;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.id.Reference;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/**
 * Moves contacts between a customer's issues, joins issues, and takes that back. Inside the caller's transaction; the
 * customer is locked, so that of two people at once the second sees what the first one did.
 */
@ApplicationScoped
public class ArrangementService {
    /** Conversations told anew after one decision: older ones nobody works on. */
    private static final int TOLD = 200;

    private static final UUID LAST_ID = new UUID(-1, -1);

    private final IssueRepository issues;
    private final ArrangementRepository arrangements;
    private final IdentityService identities;
    private final TimelineService timeline;
    private final Outbox outbox;
    private final Clock clock;

    ArrangementService(
            IssueRepository issues,
            ArrangementRepository arrangements,
            IdentityService identities,
            TimelineService timeline,
            Outbox outbox,
            Clock clock) {
        this.issues = issues;
        this.arrangements = arrangements;
        this.identities = identities;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A contact is to go to another issue.
     *
     * @param turn which contact of the conversation; null for the last one that is about the issue
     * @param toIssueId null for a new issue
     * @param title of a new issue; null for that of the old one
     */
    public record Move(UUID conversationId, Long turn, UUID toIssueId, String title, String reason) {}

    /** @param conversations of which is to be told anew what they are about */
    public record Arranged(IssueDecision decision, List<UUID> conversations) {}

    /** @param expectedVersions the versions of the issue that the caller accepts, empty for any */
    public Uni<Arranged> move(UUID issueId, Move move, Author by, Set<Integer> expectedVersions) {
        return held(issueId)
                .invoke(from -> ArrangementCheck.version(from, expectedVersions))
                .chain(from -> arrangements.turns(move.conversationId()).chain(turns -> {
                    var turn = ArrangementCheck.contact(from, turns, move.turn());
                    return move.toIssueId() == null
                            ? split(from, turn, move)
                                    .chain(to -> move(IssueDecision.Kind.SPLIT, from, turn, to, move, by))
                            : target(from, move.toIssueId())
                                    .invoke(to -> ArrangementCheck.other(from, to))
                                    .chain(to -> move(IssueDecision.Kind.MOVE, from, turn, to, move, by));
                }));
    }

    private Uni<Arranged> move(IssueDecision.Kind kind, Standing from, Turn turn, Standing to, Move move, Author by) {
        var decision = new IssueDecision(
                Ids.next(),
                kind,
                turn.issueId(),
                to.id(),
                move.conversationId(),
                turn.turn(),
                move.reason(),
                by,
                clock.instant(),
                null);
        var place = new Touchpoint.Place(turn.channel(), turn.channelKind(), move.conversationId(), to.id());
        return arrangements
                .insert(decision)
                .chain(() -> timeline.add(
                        List.of(entry("issue-contact-moved", turn.customerId(), place, by, to, move.reason()))))
                .chain(() -> arrange(decision, from.owner()));
    }

    /** Joins an issue into another one, whose state, owner and resolution hold for both from now on. */
    public Uni<Arranged> join(UUID issueId, UUID intoId, String reason, Author by, Set<Integer> expectedVersions) {
        return held(issueId)
                .invoke(from -> ArrangementCheck.version(from, expectedVersions))
                .chain(from -> target(from, intoId)
                        .invoke(into -> ArrangementCheck.unjoined(from, into))
                        .chain(into -> {
                            var decision = new IssueDecision(
                                    Ids.next(),
                                    IssueDecision.Kind.JOIN,
                                    from.survivorId(),
                                    into.survivorId(),
                                    null,
                                    null,
                                    reason,
                                    by,
                                    clock.instant(),
                                    null);
                            var place = new Touchpoint.Place(null, null, null, into.survivorId());
                            return arrangements
                                    .insert(decision)
                                    .chain(() -> timeline.add(List.of(
                                            entry("issues-joined", into.customerId(), place, by, into, reason))))
                                    .chain(() -> arrange(decision, from.owner()));
                        }));
    }

    /** Takes a decision back; once it is, doing so again changes nothing. */
    public Uni<Arranged> undo(UUID issueId, UUID decisionId, String reason, Author by) {
        return held(issueId)
                .chain(issue -> arrangements
                        .decision(decisionId)
                        .onItem()
                        .ifNull()
                        .failWith(() ->
                                new Problem(CommonProblem.NOT_FOUND, "There is no such decision about this issue."))
                        .call(decision -> requireAbout(decision, issue))
                        .chain(decision -> decision.undone() != null
                                ? Uni.createFrom().item(new Arranged(decision, List.of()))
                                : undo(decision, issue, reason, by)));
    }

    private Uni<Arranged> undo(IssueDecision decision, Standing issue, String reason, Author by) {
        var place = new Touchpoint.Place(null, null, decision.conversationId(), decision.fromIssueId());
        return arrangements
                .undo(decision.decisionId(), reason, by, clock.instant())
                .chain(() -> timeline.add(
                        List.of(entry("issue-decision-undone", issue.customerId(), place, by, issue, reason))))
                .chain(() -> arrangements.decision(decision.decisionId()))
                .chain(undone -> arrange(undone, issue.owner()));
    }

    /** What people decided about an issue, newest first; inside the caller's session. */
    public Uni<Page<IssueDecision>> decisions(UUID issueId, int limit, String after) {
        var cursor = Cursor.parse(after);
        var before = cursor == null ? LAST_ID : cursor.uuid(0);
        return require(issueId)
                .chain(issue -> arrangements.decisions(issue.survivorId(), before, limit + 1))
                .map(rows -> Page.of(rows, limit, decision -> Cursor.of(decision.decisionId())));
    }

    /** Makes what counts anew from the decisions that stand. */
    private Uni<Arranged> arrange(IssueDecision decision, UUID owner) {
        return decision.kind() == IssueDecision.Kind.JOIN
                ? arrangeIssues(decision, owner)
                : arrangeContacts(decision, owner);
    }

    private Uni<Arranged> arrangeContacts(IssueDecision decision, UUID owner) {
        var conversation = decision.conversationId();
        return survivors(conversation)
                .chain(before -> arrangements
                        .placings(conversation)
                        .chain(rules ->
                                arrangements.moves(conversation).map(moves -> ArrangementRule.places(rules, moves)))
                        .chain(places -> arrangements.place(conversation, places))
                        .chain(() -> survivors(conversation))
                        .map(after -> together(before, after)))
                .chain(affected -> tell(decision, owner, affected))
                .map(nothing -> new Arranged(decision, List.of(conversation)));
    }

    private Uni<Set<UUID>> survivors(UUID conversation) {
        return arrangements
                .turns(conversation)
                .map(turns -> turns.stream().map(Turn::survivorId).collect(Collectors.toSet()));
    }

    private Uni<Arranged> arrangeIssues(IssueDecision decision, UUID owner) {
        return arrangements
                .issues(owner)
                .chain(all -> arrangements.joins(all).map(joins -> ArrangementRule.survivors(all, joins)))
                .chain(arrangements::survive)
                .chain(changed -> tell(
                                decision,
                                owner,
                                together(changed, Set.of(decision.fromIssueId(), decision.toIssueId())))
                        .chain(() -> arrangements.conversations(changed, TOLD)))
                .map(conversations -> new Arranged(decision, conversations));
    }

    private Uni<Void> tell(IssueDecision decision, UUID owner, Set<UUID> affected) {
        var now = clock.instant();
        return arrangements
                .count(affected)
                .chain(counts -> outbox.append(counts.stream()
                        .map(count -> rearranged(decision, owner, count))
                        .map(event -> OutgoingEvent.of(event.type(), owner, now, event))
                        .toList()));
    }

    private IssueEvent.Rearranged rearranged(IssueDecision decision, UUID owner, Count count) {
        return new IssueEvent.Rearranged(
                owner,
                count.issueId(),
                count.survivorId(),
                decision.decisionId(),
                decision.kind().code(),
                decision.undone() != null,
                decision.conversationId(),
                count.survivorId().equals(count.issueId()) ? count.contacts() : 0,
                count.returned(),
                clock.instant());
    }

    private Uni<Standing> split(Standing from, Turn turn, Move move) {
        var issue = new IssueRepository.NewIssue(
                Ids.next(),
                turn.customerId(),
                Reference.next(),
                move.title() == null ? from.title() : move.title(),
                move.conversationId(),
                turn.beganAt());
        var event = new IssueEvent.Opened(
                from.owner(), issue.id(), issue.reference(), move.conversationId(), issue.openedAt());
        return issues.insert(List.of(issue))
                .chain(() ->
                        outbox.append(List.of(OutgoingEvent.of(event.type(), from.owner(), clock.instant(), event))))
                .chain(() -> arrangements.standing(issue.id()));
    }

    /** The issue, once its customer is locked. */
    private Uni<Standing> held(UUID issueId) {
        return require(issueId)
                .call(issue -> identities.hold(List.of(issue.customerId())))
                .chain(issue -> require(issueId));
    }

    private Uni<Standing> require(UUID issueId) {
        return arrangements
                .standing(issueId)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such issue."));
    }

    private Uni<Standing> target(Standing from, UUID issueId) {
        return require(issueId).invoke(to -> ArrangementCheck.target(from, to));
    }

    private Uni<Void> requireAbout(IssueDecision decision, Standing issue) {
        return require(decision.fromIssueId())
                .chain(from -> require(decision.toIssueId()).invoke(to -> {
                    if (!from.survivorId().equals(issue.survivorId())
                            && !to.survivorId().equals(issue.survivorId())) {
                        throw new Problem(CommonProblem.NOT_FOUND, "There is no such decision about this issue.");
                    }
                }))
                .replaceWithVoid();
    }

    private Touchpoint entry(
            String kind, UUID customerId, Touchpoint.Place place, Author by, Standing about, String reason) {
        return Touchpoint.issue(customerId, kind, Ids.next(), clock.instant(), place, by, about.title(), reason);
    }

    private static Set<UUID> together(Collection<UUID> some, Collection<UUID> others) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
