/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.failure;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

import com.fasterxml.jackson.core.JsonParseException;

import fi.saumaton.kit.event.MalformedEventException;
import fi.saumaton.kit.event.RefusedEventException;

import static fi.saumaton.kit.failure.FailureKind.CONFLICT;
import static fi.saumaton.kit.failure.FailureKind.INFRASTRUCTURE;
import static fi.saumaton.kit.failure.FailureKind.POISON;
import static fi.saumaton.kit.failure.FailureKind.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

class FailureKindTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                // away, starting, stopping, full
                Arguments.of(INFRASTRUCTURE, postgres("08006")),
                Arguments.of(INFRASTRUCTURE, postgres("53300")),
                Arguments.of(INFRASTRUCTURE, postgres("57P01")),
                Arguments.of(INFRASTRUCTURE, postgres("57P03")),
                Arguments.of(INFRASTRUCTURE, postgres("57014")),
                Arguments.of(INFRASTRUCTURE, postgres("58030")),
                Arguments.of(INFRASTRUCTURE, postgres("25006")),
                Arguments.of(INFRASTRUCTURE, new CompletionException(postgres("57P01"))),
                Arguments.of(INFRASTRUCTURE, new JDBCConnectionException("x", new SQLException("x", "08001"))),
                Arguments.of(INFRASTRUCTURE, ClosedConnectionException.INSTANCE),
                Arguments.of(INFRASTRUCTURE, new NoStackTraceThrowable("Pool closed")),
                Arguments.of(INFRASTRUCTURE, new NoStackTraceThrowable("Timeout")),
                Arguments.of(INFRASTRUCTURE, new ConnectException("Connection refused")),
                Arguments.of(INFRASTRUCTURE, new RuntimeException(new IOException("Connection reset by peer"))),
                Arguments.of(INFRASTRUCTURE, new TimeoutException()),
                Arguments.of(INFRASTRUCTURE, new org.apache.kafka.common.errors.TimeoutException("no metadata")),
                // somebody else was in the way
                Arguments.of(CONFLICT, postgres("40001")),
                Arguments.of(CONFLICT, postgres("40P01")),
                Arguments.of(CONFLICT, postgres("23505")),
                Arguments.of(CONFLICT, postgres("55P03")),
                Arguments.of(CONFLICT, new OptimisticLockException()),
                Arguments.of(
                        CONFLICT,
                        new ConstraintViolationException("x", new SQLException("x", "23505"), "customer_pkey")),
                // the event or the code
                Arguments.of(POISON, new RefusedEventException("no")),
                Arguments.of(POISON, new MalformedEventException("no", new IOException("eof"))),
                Arguments.of(POISON, new RuntimeException(new MalformedEventException("no"))),
                Arguments.of(POISON, postgres("22P02")),
                Arguments.of(POISON, postgres("42601")),
                Arguments.of(POISON, postgres("23502")),
                Arguments.of(UNKNOWN, new NullPointerException()),
                Arguments.of(UNKNOWN, new IllegalStateException("Something else closed")),
                Arguments.of(UNKNOWN, new RecordTooLargeException("x")),
                Arguments.of(UNKNOWN, new RuntimeException(new JsonParseException(null, "x"))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isClassified(FailureKind kind, Throwable failure) {
        assertEquals(kind, FailureKind.of(failure));
    }

    @org.junit.jupiter.api.Test
    void endlessChainOfCausesEnds() {
        Exception first = new Exception("a");
        Exception second = new Exception("b", first);
        first.initCause(second);
        assertEquals(UNKNOWN, FailureKind.of(first));
    }

    private static PgException postgres(String state) {
        return new PgException("x", "ERROR", state, "detail");
    }
}
