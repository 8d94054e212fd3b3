/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.failure;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import jakarta.persistence.OptimisticLockException;

import org.apache.kafka.common.errors.RetriableException;
import org.hibernate.StaleStateException;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.impl.NoStackTraceTimeoutException;
import io.vertx.sqlclient.ClosedConnectionException;

import fi.saumaton.kit.event.MalformedEventException;
import fi.saumaton.kit.event.RefusedEventException;

/** What a failure while handling events means for them. */
public enum FailureKind {

    /** The database or Kafka is away, starting or stopping: wait, however long; nothing is wrong with the event. */
    INFRASTRUCTURE,

    /** Somebody else was in the way (lock, version, a unique key taken meanwhile): a few more attempts may succeed. */
    CONFLICT,

    /** The event itself is at fault: trying again would not help. */
    POISON,

    /** Nothing known: most likely a fault of ours, but an outage can look odd, too. It is tried a few times more. */
    UNKNOWN;

    private static final int DEPTH = 20;

    /** PostgreSQL's classes: connection, resources, operator intervention (shutdown, starting, cancel), system. */
    private static final Set<String> INFRASTRUCTURE_CLASSES = Set.of("08", "53", "57", "58");

    /** Cancelled by a statement's own time-out counts as away; read-only: a standby that is about to be promoted. */
    private static final Set<String> INFRASTRUCTURE_STATES = Set.of("25006", "3D000");

    /** Transaction rollback (serialisation, deadlock), lock not available, unique and foreign key, exclusion. */
    private static final Set<String> CONFLICT_STATES = Set.of("55P03", "23505", "23503", "23P01");

    private static final String CONFLICT_CLASS = "40";

    /** What the clients say in words only: Vert.x fails with plain exceptions when a pool or connection is closed. */
    private static final Set<String> CLOSED = Set.of(
            "Pool closed",
            "Connection is closed",
            "Connection closed",
            "Connection is not active now, current status: CLOSED",
            "The sender is closed",
            "Timeout");

    public static FailureKind of(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEPTH; depth++) {
            FailureKind kind = own(current);
            if (kind != null) {
                return kind;
            }
            current = current.getCause();
        }
        return UNKNOWN;
    }

    private static FailureKind own(Throwable failure) {
        if (failure instanceof MalformedEventException || failure instanceof RefusedEventException) {
            return POISON;
        }
        String state = SqlState.own(failure);
        if (state != null) {
            return ofState(state);
        }
        if (failure instanceof OptimisticLockException || failure instanceof StaleStateException) {
            return CONFLICT;
        }
        return isAway(failure) ? INFRASTRUCTURE : null;
    }

    private static FailureKind ofState(String state) {
        String stateClass = state.length() < 2 ? state : state.substring(0, 2);
        if (INFRASTRUCTURE_CLASSES.contains(stateClass) || INFRASTRUCTURE_STATES.contains(state)) {
            return INFRASTRUCTURE;
        }
        return CONFLICT_CLASS.equals(stateClass) || CONFLICT_STATES.contains(state) ? CONFLICT : POISON;
    }

    /** Refused, reset and unknown-host connections are {@code IOException}s; unreadable JSON is one too, but is wrapped. */
    private static boolean isAway(Throwable failure) {
        return failure instanceof ClosedConnectionException
                || failure instanceof HttpClosedException
                || failure instanceof NoStackTraceTimeoutException
                || failure instanceof TimeoutException
                || failure instanceof RejectedExecutionException
                || failure instanceof RetriableException
                || failure instanceof IOException && !isJson(failure)
                || failure.getMessage() != null && CLOSED.contains(failure.getMessage());
    }

    private static boolean isJson(Throwable failure) {
        return failure instanceof com.fasterxml.jackson.core.JacksonException;
    }
}
