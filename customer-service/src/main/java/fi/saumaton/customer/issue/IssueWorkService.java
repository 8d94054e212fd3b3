/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.timeline.Author;
import fi.saumaton.customer.timeline.TimelineService;
import fi.saumaton.customer.timeline.Touchpoint;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;

/** Who sees to an issue, whom it waits for; reopening it by hand. Each change is kept and shown in the timeline. */
@ApplicationScoped
public class IssueWorkService {
    private static final UUID LAST_ID = new UUID(-1, -1);

    /** Conversations told of anew: older ones nobody works on. */
    private static final int TOLD = 200;

    private final Transactions transactions;
    private final IssueRepository issues;
    private final ChangeRepository changes;
    private final ArrangementRepository arrangements;
    private final IdentityService identities;
    private final TimelineService timeline;
    private final Outbox outbox;
    private final Clock clock;

    IssueWorkService(
            Transactions transactions,
            IssueRepository issues,
            ChangeRepository changes,
            ArrangementRepository arrangements,
            IdentityService identities,
            TimelineService timeline,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.issues = issues;
        this.changes = changes;
        this.arrangements = arrangements;
        this.identities = identities;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Who changes an issue, and under which conditions.
     *
     * @param note why, for the next one who reads it; null for none
     * @param expectedVersions the versions that the caller accepts, empty for any
     */
    public record Changing(Author by, String note, Set<Integer> expectedVersions) {}

    /** @param owner null for nobody */
    Uni<IssueView> own(UUID id, Owner owner, Changing changing) {
        return change(
                id,
                changing,
                issue -> issue.own(owner)
                        .map(before -> new Edit(IssueChange.OWNER, told(before.orElse(null)), told(owner))));
    }

    /** @param whom customer or third-party; null for nobody */
    Uni<IssueView> await(UUID id, String whom, Changing changing) {
        return change(
                id,
                changing,
                issue -> issue.await(whom).map(before -> new Edit(IssueChange.WAITING, before.orElse(null), whom)));
    }

    /** A resolved issue is open again, since it was none; that is no contact of the customer's. */
    public Uni<IssueView> reopen(UUID id, Changing changing) {
        return change(
                id, changing, issue -> issue.reopen().map(before -> new Edit(IssueChange.REOPENED, before, null)));
    }

    /** The conversations that are about an issue, those that began last first; inside the caller's session. */
    public Uni<List<UUID>> conversations(UUID issueId) {
        return issues.require(issueId).chain(issue -> arrangements.conversations(issue.id(), TOLD));
    }

    /** What was changed, newest first. */
    Uni<Page<IssueChange>> changes(UUID id, int limit, String after) {
        var cursor = Cursor.parse(after);
        var before = cursor == null ? LAST_ID : cursor.uuid(0);
        return transactions.read(() -> issues.require(id)
                .chain(issue -> changes.of(issue.id(), before, limit + 1))
                .map(rows -> Page.of(rows, limit, change -> Cursor.of(change.changeId()))));
    }

    /** What an edit does to an issue. */
    private record Edit(String what, String before, String after) {}

    /** @param edit empty when nothing changes */
    private Uni<IssueView> change(UUID id, Changing changing, Function<Issue, Optional<Edit>> edit) {
        return transactions.write(() -> issues.requireLocked(id)
                .invoke(issue -> issue.check(changing.expectedVersions()))
                .call(issue -> edit.apply(issue)
                        .map(done -> record(issue, done, changing))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .call(issues::flush)
                .chain(issue -> identities
                        .survivor(issue.customerId())
                        .map(owner -> IssueView.from(issue, owner.orElseThrow()))));
    }

    private Uni<Void> record(Issue issue, Edit edit, Changing changing) {
        var now = clock.instant();
        var change = new IssueChange(
                Ids.next(), edit.what(), edit.before(), edit.after(), changing.note(), changing.by(), now);
        var place = new Touchpoint.Place(null, null, null, issue.id());
        var entry = Touchpoint.issue(
                issue.customerId(),
                "issue-" + edit.what() + (edit.what().equals(IssueChange.REOPENED) ? "" : "-changed"),
                change.changeId(),
                now,
                place,
                changing.by(),
                issue.title(),
                changing.note());
        return changes.insert(issue.id(), change)
                .chain(() -> timeline.add(List.of(entry)))
                .chain(() -> identities.survivor(issue.customerId()))
                .chain(owner -> {
                    var event = issue.changed(owner.orElseThrow(), change);
                    return outbox.append(List.of(OutgoingEvent.of(event.type(), owner.orElseThrow(), now, event)));
                });
    }

    private static String told(Owner owner) {
        return owner == null ? null : owner.told();
    }
}
