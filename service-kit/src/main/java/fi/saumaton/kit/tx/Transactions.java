/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.tx;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.failure.SqlState;

/**
 * The only way to the database for services. Callers run on a Vert.x duplicated context: REST methods, consumers and
 * {@code @Scheduled} methods that return {@code Uni} do so by themselves.
 */
@ApplicationScoped
public class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);

    /**
     * One transaction on a session of its own; joins the one that is open. After a serialisation failure or a deadlock
     * the whole work is taken again from the start, so it must not have effects outside the database: those belong into
     * {@link #afterCommit}.
     */
    public <T> Uni<T> write(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> WriteScope.current() != null ? work.get() : attempt(work, 1));
    }

    /** A session without a transaction; joins the one that is open. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> Panache.withSession(work));
    }

    /**
     * Runs the action once the open transaction is committed, in the order of the calls, on the same context; never when
     * it fails. An action that was given twice runs once.
     */
    public void afterCommit(Runnable action) {
        WriteScope scope = WriteScope.current();
        if (scope == null) {
            throw new IllegalStateException("There is no write transaction on this context");
        }
        scope.add(action);
    }

    private <T> Uni<T> attempt(Supplier<Uni<T>> work, int number) {
        WriteScope scope = WriteScope.open();
        return Panache.withTransaction(work)
                .onTermination()
                .invoke(scope::close)
                .invoke(scope::committed)
                .onFailure(failure -> number < ATTEMPTS && SqlState.isConflict(failure))
                .recoverWithUni(() -> again(work, number));
    }

    private <T> Uni<T> again(Supplier<Uni<T>> work, int number) {
        LOG.debugf("Transaction in conflict with another, attempt %d follows", number + 1);
        long longest = FIRST_PAUSE.toMillis() << number;
        Duration pause = Duration.ofMillis(1 + ThreadLocalRandom.current().nextLong(longest));
        return ContextPause.of(pause).chain(() -> attempt(work, number + 1));
    }
}
