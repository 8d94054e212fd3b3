/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.routing.engine.Changes;
import fi.saumaton.routing.engine.Input;

/** Takes one turn at the domain: everything from its lock to its new version is one transaction. */
@ApplicationScoped
class TurnService {

    /** The moment of the turn. A replica that hangs while it holds the lock loses it instead of stopping the others. */
    private static final String BEGIN =
            "select clock_timestamp(), set_config('idle_in_transaction_session_timeout', '10s', true)";

    private final Transactions transactions;
    private final Sql sql;
    private final DomainRepository domains;
    private final StateCache cache;
    private final StateStore store;
    private final InputLog inputs;
    private final Timers timers;
    private final DecisionLog decisions;
    private final Outbox outbox;
    private final DispatchConfig config;

    TurnService(
            Transactions transactions,
            Sql sql,
            DomainRepository domains,
            StateCache cache,
            StateStore store,
            InputLog inputs,
            Timers timers,
            DecisionLog decisions,
            Outbox outbox,
            DispatchConfig config) {
        this.transactions = transactions;
        this.sql = sql;
        this.domains = domains;
        this.cache = cache;
        this.store = store;
        this.inputs = inputs;
        this.timers = timers;
        this.decisions = decisions;
        this.outbox = outbox;
        this.config = config;
    }

    /** Applies what is due, what is stored and what is commanded, in this order, as far as the portion allows. */
    Uni<Turn> take(Portion portion) {
        return transactions.write(() -> domains.lock().chain(domain -> take(domain, portion)));
    }

    private Uni<Turn> take(Domain domain, Portion portion) {
        return sql.rows(BEGIN)
                .map(rows -> (Instant) rows.getFirst()[0])
                .chain(now -> entries(portion)
                        .chain(entries -> cache.take(domain.version()).map(state -> new Turn(state, now, entries))))
                .call(turn -> turn.entries().isEmpty() ? idle(turn, domain) : decide(turn, domain));
    }

    private Uni<List<Entry>> entries(Portion portion) {
        List<Entry> entries = new ArrayList<>();
        return timers.takeDue(portion.timers())
                .invoke(entries::addAll)
                .chain(() -> inputs.next(portion.inputs()))
                .invoke(entries::addAll)
                .invoke(() -> portion.commands().forEach(command -> entries.add(command.entry())))
                .replaceWith(entries);
    }

    private Uni<Void> idle(Turn turn, Domain domain) {
        long version = domain.version();
        transactions.afterCommit(() -> cache.keep(turn.state(), version));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> decide(Turn turn, Domain domain) {
        long version = domain.advance();
        return store.bring(turn.state(), turn.conversations(), turn.items())
                .invoke(turn::apply)
                .chain(() -> keep(turn, turn.state().takeChanges(), version))
                .invoke(() -> transactions.afterCommit(() -> cache.keep(turn.state(), version)));
    }

    private Uni<Void> keep(Turn turn, Changes changes, long version) {
        return store.save(changes, version)
                .chain(() -> decisions.append(turn.decisions()))
                .chain(() -> timers.follow(
                        changes.offers(),
                        leases(turn, false),
                        leases(turn, true),
                        turn.state().nextWake()))
                .chain(() -> inputs.applied(turn.entries(), version, turn.at()))
                .chain(() -> outbox.append(events(turn)));
    }

    private List<Timers.Timer> leases(Turn turn, boolean ended) {
        Instant until = turn.at().plus(config.presenceLease());
        return turn.heardOf().stream()
                .filter(presence -> Turn.gone(presence) == ended)
                .map(Input.PresenceChanged::agentId)
                .distinct()
                .map(agent -> Timers.Timer.ofLease(agent, until))
                .toList();
    }

    private static List<OutgoingEvent> events(Turn turn) {
        return turn.told().stream().map(told -> Telling.of(told, turn.at())).toList();
    }
}
