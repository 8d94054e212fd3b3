/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.failure;

import java.sql.SQLException;

import org.hibernate.JDBCException;

import io.vertx.pgclient.PgException;

/** PostgreSQL's error codes, wherever in a chain of causes they are. */
public final class SqlState {

    private static final int DEPTH = 20;

    private SqlState() {}

    /** The first SQLSTATE among the failure and its causes, {@code null} when there is none. */
    public static String of(Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth < DEPTH; depth++) {
            String state = own(current);
            if (state != null) {
                return state;
            }
            current = current.getCause();
        }
        return null;
    }

    /** Another transaction was in the way (serialisation failure, deadlock): the same work may succeed the next time. */
    public static boolean isConflict(Throwable failure) {
        String state = of(failure);
        return "40001".equals(state) || "40P01".equals(state);
    }

    /** The failure's own SQLSTATE, without its causes; {@code null} when it has none. */
    static String own(Throwable failure) {
        return switch (failure) {
            case PgException e -> e.getSqlState();
            case SQLException e -> e.getSQLState();
            case JDBCException e -> e.getSQLState();
            default -> null;
        };
    }
}
