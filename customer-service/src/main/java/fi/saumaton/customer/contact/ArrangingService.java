/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.issue.ArrangementService;
import fi.saumaton.customer.issue.ArrangementService.Arranged;
import fi.saumaton.customer.issue.IssueDecision;
import fi.saumaton.customer.issue.IssueView;
import fi.saumaton.customer.issue.IssueWorkService;
import fi.saumaton.customer.timeline.Author;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.Page;

/** People move contacts and join issues: afterwards everybody is told anew what the conversations are about. */
@ApplicationScoped
class ArrangingService {
    private final Transactions transactions;
    private final ArrangementService arrangements;
    private final IssueWorkService work;
    private final SituationRepository situations;
    private final Outbox outbox;

    ArrangingService(
            Transactions transactions,
            ArrangementService arrangements,
            IssueWorkService work,
            SituationRepository situations,
            Outbox outbox) {
        this.transactions = transactions;
        this.arrangements = arrangements;
        this.work = work;
        this.situations = situations;
        this.outbox = outbox;
    }

    Uni<IssueDecision> move(UUID issueId, ArrangementService.Move move, Author by, Set<Integer> expectedVersions) {
        return transactions.write(
                () -> arrangements.move(issueId, move, by, expectedVersions).chain(this::tell));
    }

    Uni<IssueDecision> join(UUID issueId, UUID intoId, String reason, Author by, Set<Integer> expectedVersions) {
        return transactions.write(() ->
                arrangements.join(issueId, intoId, reason, by, expectedVersions).chain(this::tell));
    }

    Uni<IssueDecision> undo(UUID issueId, UUID decisionId, String reason, Author by) {
        return transactions.write(
                () -> arrangements.undo(issueId, decisionId, reason, by).chain(this::tell));
    }

    /** An issue that is open again is so for the conversations about it too. */
    Uni<IssueView> reopen(UUID issueId, IssueWorkService.Changing changing) {
        return transactions.write(() -> work.reopen(issueId, changing)
                .call(issue -> work.conversations(issue.issueId()).chain(this::tell)));
    }

    Uni<Page<IssueDecision>> decisions(UUID issueId, int limit, String after) {
        return transactions.read(() -> arrangements.decisions(issueId, limit, after));
    }

    private Uni<IssueDecision> tell(Arranged arranged) {
        return tell(arranged.conversations()).map(nothing -> arranged.decision());
    }

    private Uni<Void> tell(List<UUID> conversations) {
        return situations
                .read(conversations)
                .chain(all -> all.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.append(all.stream()
                                .map(identified -> OutgoingEvent.of(
                                        IdentifiedEvent.TYPE,
                                        identified.customerId(),
                                        identified.identifiedAt(),
                                        identified))
                                .toList()));
    }
}
