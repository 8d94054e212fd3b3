/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.moving.SyncRepository.Untold;
import fi.saumaton.customer.moving.source.SourceTrouble;
import fi.saumaton.customer.moving.source.TicketSink;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/**
 * Tells other systems what has changed here. It compares where both sides stand rather than passing events on: whatever was
 * missed, told twice or comes back as an echo, the two end up alike.
 */
@ApplicationScoped
class SyncService {
    private static final UUID LAST_ID = new UUID(-1, -1);

    /** In one go; the rest follows after the next look at what has changed there. */
    private static final int MOST = 50;

    private final Transactions transactions;
    private final SyncRepository sync;
    private final IssueStates states;
    private final Clock clock;
    private final Map<String, TicketSink> sinks;

    SyncService(
            Transactions transactions,
            SyncRepository sync,
            IssueStates states,
            Clock clock,
            @Any Instance<TicketSink> sinks) {
        this.transactions = transactions;
        this.sync = sync;
        this.states = states;
        this.clock = clock;
        this.sinks = sinks.stream().collect(Collectors.toMap(TicketSink::system, Function.identity()));
    }

    /**
     * What somebody has changed there meanwhile is left for the next time: by then we know of it. What the system won't have
     * is for a person to decide, and holds up no other.
     */
    Uni<Void> tell(ImportJob job) {
        var sink = sinks.get(job.system());
        return transactions.read(() -> sync.untold(job.from(), MOST)).chain(untold -> {
            var all = Uni.createFrom().voidItem();
            for (var ticket : untold) {
                all = all.chain(() -> tell(job, sink, ticket));
            }
            return all;
        });
    }

    private Uni<Void> tell(ImportJob job, TicketSink sink, Untold ticket) {
        return sink.end(job.source(), ticket.externalId(), ticket.ended(), ticket.changedAt())
                .chain(() -> transactions.write(() -> sync.told(job.from(), ticket)))
                .onFailure(failure -> failure instanceof SourceTrouble trouble && trouble.overtaken())
                .recoverWithNull()
                .onFailure(failure -> failure instanceof SourceTrouble trouble && trouble.ofRecord())
                .recoverWithUni(() -> transactions.write(() -> sync.stuck(job.from(), ticket, clock.instant())));
    }

    Uni<Page<SyncConflict>> conflicts(int limit, String after) {
        var cursor = Cursor.parse(after);
        var before = cursor == null ? LAST_ID : cursor.uuid(0);
        return transactions
                .read(() -> sync.undecided(before, limit + 1))
                .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.conflictId())));
    }

    /** Ours is told there the next time; theirs holds here at once. Deciding the same twice is harmless. */
    Uni<SyncConflict> decide(UUID id, String decision, String by) {
        return transactions.write(() -> find(id).call(conflict -> {
                    if (conflict.decision() != null && !conflict.decision().equals(decision)) {
                        throw new Problem(CommonProblem.CONFLICT, "It has been decided otherwise.")
                                .with("decision", conflict.decision());
                    }
                    return conflict.decision() != null
                            ? Uni.createFrom().voidItem()
                            : sync.decide(id, decision, by, clock.instant())
                                    .chain(() -> decision.equals("theirs")
                                            ? states.set(
                                                    new Origin(conflict.origin()),
                                                    conflict.issueId(),
                                                    conflict.theirs().equals(SyncRepository.state(true)))
                                            : Uni.createFrom().voidItem());
                })
                .chain(() -> find(id)));
    }

    private Uni<SyncConflict> find(UUID id) {
        return sync.find(id)
                .map(found ->
                        found.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such conflict.")));
    }
}
