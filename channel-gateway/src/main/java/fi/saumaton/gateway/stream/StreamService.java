/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/** Tells recipients what happened: stored with the change that caused it, pushed after its commit. */
@ApplicationScoped
public class StreamService {
    private static final int ACKNOWLEDGED = 50;

    private final StreamRepository repository;
    private final Transactions transactions;
    private final Sockets sockets;
    private final Wakeups wakeups;
    private final Clock clock;
    private final Sql sql;
    private final Vertx vertx;

    StreamService(
            StreamRepository repository,
            Transactions transactions,
            Sockets sockets,
            Wakeups wakeups,
            Clock clock,
            Sql sql,
            Vertx vertx) {
        this.repository = repository;
        this.transactions = transactions;
        this.sockets = sockets;
        this.wakeups = wakeups;
        this.clock = clock;
        this.sql = sql;
        this.vertx = vertx;
    }

    /** Joins the open write transaction. Call it once per transaction, after the rows of conversations are locked: then nobody waits crosswise. */
    public Uni<Void> append(List<StreamEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var at = clock.instant();
        return repository
                .append(entries, at)
                .invoke(last -> transactions.afterCommit(() -> push(entries, last, at)))
                .replaceWithVoid();
    }

    /** Shows something of the moment to whoever is there, on whatever replica. Nothing is stored, nothing repeated. */
    public void signal(String recipient, String kind, Object data) {
        var signal = new StreamSignal(recipient, kind, sql.json(data));
        sockets.signal(signal);
        wakeups.send(signal);
    }

    /** The recipient's next events after a position. On a context of its own: it is called from sockets and from actions after a commit. */
    Uni<Backlog> after(String recipient, long position) {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(nothing -> transactions
                    .read(() -> repository.after(recipient, position, StreamSession.page()))
                    .subscribe()
                    .with(emitter::complete, emitter::fail));
        });
    }

    /** The data (JSON) of a recipient's last events of a kind, up to a sequence: enough for what a client acknowledges at once. */
    public Uni<List<String>> dataUpTo(String recipient, String kind, long sequence) {
        return transactions.read(() -> repository.dataUpTo(recipient, kind, sequence, ACKNOWLEDGED));
    }

    /** Finds what a lost wake-up has left unsent. */
    @Scheduled(every = "PT5S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        var connected = sockets.recipients();
        if (connected.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .read(() -> repository.last(connected))
                .invoke(sockets::wake)
                .replaceWithVoid();
    }

    private void push(List<StreamEntry> entries, Map<String, Long> last, Instant at) {
        if (sockets.anyOf(last.keySet())) {
            sockets.publish(numbered(entries, last, at));
        }
        wakeups.send(last);
    }

    private List<StreamEvent> numbered(List<StreamEntry> entries, Map<String, Long> last, Instant at) {
        var next = new HashMap<String, Long>(last);
        var backwards = new ArrayList<StreamEvent>(entries.size());
        for (var entry : entries.reversed()) {
            if (sockets.has(entry.recipient())) {
                long sequence = next.merge(entry.recipient(), -1L, Long::sum) + 1;
                backwards.add(new StreamEvent(entry.recipient(), sequence, entry.kind(), at, sql.json(entry.data())));
            }
        }
        return backwards.reversed();
    }
}
