/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A made-up company's customers, numbered from 0, in customer-service's database. */
final class CustomerBase {

    private static final int BATCH = 20_000;
    private static final List<String> TABLES =
            List.of("customer", "handle", "link", "issue", "contact", "fact", "touchpoint");

    private final String url;
    private final List<String> statements;
    private int size;

    CustomerBase(String url) {
        this.url = url;
        this.statements = Stream.of(script().split(";\\s*\\n"))
                .map(statement -> statement.replaceAll("(?m)^--.*$", "").strip())
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String script() {
        try (var in = CustomerBase.class.getResourceAsStream("/bench/customers.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds customers until there are so many, and leaves the tables as an autovacuum would have in time. */
    void growTo(int customers) throws SQLException {
        try (var connection = connection()) {
            connection.setAutoCommit(false);
            while (size < customers) {
                var next = Math.min(customers, size + BATCH);
                for (var statement : statements) {
                    execute(connection, statement, size, next);
                }
                connection.commit();
                size = next;
            }
            connection.setAutoCommit(true);
            for (var table : TABLES) {
                execute(connection, "vacuum (analyze) " + table);
            }
            execute(connection, "checkpoint");
        }
    }

    private static void execute(Connection connection, String sql, int... range) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    range.length == 0
                            ? sql
                            : sql.replace("?1", Integer.toString(range[0])).replace("?2", Integer.toString(range[1])));
        }
    }

    int size() {
        return size;
    }

    /** As the script makes it: the MD5 sum (RFC 1321) is all of the UUID. */
    static UUID id(int number) {
        try {
            var sum = ByteBuffer.wrap(
                    MessageDigest.getInstance("MD5").digest(("mail" + number).getBytes(StandardCharsets.UTF_8)));
            return new UUID(sum.getLong(), sum.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String phone(int number) {
        return "phone:+3584" + "%08d".formatted(number);
    }

    /** Rows of the timelines. */
    long entries() throws SQLException {
        return number("select sum(n_live_tup) from pg_stat_user_tables where relname like 'touchpoint_p%'");
    }

    /** 8 kB pages that all statements have looked at so far, from memory or not. */
    long pagesRead() throws SQLException {
        return number("select blks_hit + blks_read from pg_stat_database where datname = current_database()");
    }

    private long number(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }
}
