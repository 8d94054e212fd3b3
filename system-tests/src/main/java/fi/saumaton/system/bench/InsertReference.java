/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * The reference of the figure <i>stored</i>: what the same PostgreSQL does when eight clients insert one message-sized
 * row after another, each with a commit of its own (what pgbench does with a one-line script).
 */
final class InsertReference {

    private static final int CLIENTS = 8;
    private static final String TEXT = "x".repeat(120);

    private final String url;
    private final String user;
    private final String password;

    InsertReference(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Rows per second. */
    double run(int seconds) throws SQLException, InterruptedException {
        createTable();
        var rows = new LongAdder();
        var begun = System.nanoTime();
        var end = begun + TimeUnit.SECONDS.toNanos(seconds);
        var threads = new ArrayList<Thread>();
        for (var client = 0; client < CLIENTS; client++) {
            threads.add(Thread.ofPlatform().start(() -> insert(rows, end)));
        }
        for (var thread : threads) {
            thread.join();
        }
        return rows.sum() / ((System.nanoTime() - begun) / 1e9);
    }

    private void createTable() throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists bench_message (id uuid primary key, conversation uuid not null,"
                            + " number int not null, text text not null, recorded_at timestamptz not null default now())");
        }
    }

    private void insert(LongAdder rows, long end) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var insert = connection.prepareStatement(
                        "insert into bench_message (id, conversation, number, text) values (?, ?, ?, ?)")) {
            var conversation = UUID.randomUUID();
            for (var number = 1; System.nanoTime() < end; number++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, conversation);
                insert.setInt(3, number);
                insert.setString(4, TEXT);
                insert.executeUpdate();
                rows.increment();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the reference inserts failed", e);
        }
    }
}
