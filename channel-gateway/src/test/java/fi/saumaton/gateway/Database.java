/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.sql.DriverManager;
import java.sql.SQLException;

import org.eclipse.microprofile.config.ConfigProvider;

/** A look into the gateway's database, past the gateway. */
public final class Database {
    private Database() {}

    /** The first column of the first row; null when there is none. */
    public static Object value(String sql, Object... parameters) {
        var config = ConfigProvider.getConfig();
        var url = "jdbc:" + config.getValue("saumaton.db.url", String.class);
        var user = config.getValue("saumaton.db.user", String.class);
        var password = config.getValue("saumaton.db.password", String.class);
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            try (var rows = statement.getResultSet()) {
                return rows.next() ? rows.getObject(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long count(String sql, Object... parameters) {
        return ((Number) value(sql, parameters)).longValue();
    }
}
