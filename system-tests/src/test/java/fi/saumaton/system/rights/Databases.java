/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.rights;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import fi.saumaton.devstack.Platform;

/** Looks into the four databases, past every interface: whatever column of whatever table a text stands in. */
final class Databases {
    private static final List<String> NAMES = List.of("gateway", "customer", "routing", "analytics");

    private static final String TABLES = """
            select c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            order by c.relname
            """;

    private final Platform platform;

    Databases(Platform platform) {
        this.platform = platform;
    }

    /** {@code database.table} of every table in which the text stands. */
    List<String> tablesWith(String text) {
        List<String> found = new ArrayList<>();
        for (var name : NAMES) {
            try (var connection = DriverManager.getConnection(
                    "jdbc:postgresql://localhost:" + platform.port("postgresql") + "/" + name,
                    "postgres",
                    "postgres")) {
                for (var table : tables(connection)) {
                    if (holds(connection, table, text)) {
                        found.add(name + "." + table);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static boolean holds(Connection connection, String table, String text) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select exists (select from " + table + " t where position(lower(?) in lower(t::text)) > 0)")) {
            statement.setString(1, text);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
