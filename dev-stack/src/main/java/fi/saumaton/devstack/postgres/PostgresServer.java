/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.Launch;
import fi.saumaton.devstack.process.Part;
import fi.saumaton.devstack.process.StackException;
import fi.saumaton.devstack.process.StopSignal;

/** PostgreSQL on one port of the loopback interface. User and password are postgres. */
public final class PostgresServer implements Part {
    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    private final PostgresBinaries binaries;
    private final Path data;
    private final int port;
    private final boolean fsync;

    /** Without fsync a commit is quick and outlives the death of PostgreSQL, but not of the machine: for tests. */
    public PostgresServer(Home home, int port, boolean fsync) {
        this.binaries = new PostgresBinaries(home);
        this.data = home.data("postgresql");
        this.port = port;
        this.fsync = fsync;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("PostgreSQL", port);
    }

    /** Address without a scheme prefix of a client library: {@code postgresql://127.0.0.1:15432/customer}. */
    public String url(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void prepare(Consumer<String> progress) throws IOException {
        binaries.unpack();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Files.createDirectories(data.getParent());
        var half = data.resolveSibling("postgresql.half");
        Home.delete(half);
        initialise(half);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Path folder) throws IOException {
        var command = program("initdb");
        command.addAll(List.of("-D", folder.toString(), "-U", USER, "-A", "trust", "-E", "UTF8"));
        command.addAll(List.of("--locale-provider=builtin", "--locale=C.UTF-8", "--no-sync", "--no-instructions"));
        var initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(initdb.getInputStream().readAllBytes());
        try {
            if (initdb.waitFor() != 0) {
                throw new StackException("initdb fails:\n" + output + RootGuard.hint());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while preparing PostgreSQL", e);
        }
    }

    @Override
    public Launch launch() {
        var command = program("postgres");
        command.addAll(List.of("-D", data.toString(), "-h", "127.0.0.1", "-p", Integer.toString(port)));
        for (var setting : settings()) {
            command.addAll(List.of("-c", setting));
        }
        return Launch.of(command, data);
    }

    private List<String> settings() {
        var settings = new ArrayList<>(List.of(
                "unix_socket_directories=",
                "max_connections=300",
                "shared_buffers=256MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "max_wal_size=2GB"));
        if (!fsync) {
            settings.addAll(List.of("fsync=off", "full_page_writes=off"));
        }
        return settings;
    }

    private List<String> program(String name) {
        var command = new ArrayList<>(RootGuard.prefix());
        command.add(binaries.program(name).toString());
        return command;
    }

    @Override
    public StopSignal stopSignal() {
        return StopSignal.INT;
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(50);
    }

    @Override
    public boolean ready() {
        try (var _ = DriverManager.getConnection("jdbc:" + url("postgres"), USER, PASSWORD)) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Creates the database unless it exists. */
    public void createDatabase(String name) {
        execute("select 1 from pg_database where datname = '" + checked(name) + "'", "create database " + name);
    }

    public void dropDatabase(String name) {
        execute("select 1 where false", "drop database if exists " + checked(name) + " with (force)");
    }

    private void execute(String unless, String statement) {
        try (var connection = DriverManager.getConnection("jdbc:" + url("postgres"), USER, PASSWORD);
                var question = connection.createStatement();
                var order = connection.createStatement()) {
            if (!question.executeQuery(unless).next()) {
                order.execute(statement);
            }
        } catch (SQLException e) {
            throw new StackException("PostgreSQL refuses: " + statement + ": " + e.getMessage(), e);
        }
    }

    private static String checked(String database) {
        if (!database.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new StackException("Not a name for a database: " + database);
        }
        return database;
    }
}
