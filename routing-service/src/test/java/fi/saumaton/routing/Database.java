/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The service's database, for what no door shows: deadlines moved, rows counted. */
public final class Database {
    private final String url;
    private final String user;
    private final String password;

    public Database(String url, String user, String password) {
        this.url = "jdbc:" + url;
        this.user = user;
        this.password = password;
    }

    public int update(String sql, Object... params) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < params.length; n++) {
                statement.setObject(n + 1, params[n]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<List<Object>> rows(String sql, Object... params) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < params.length; n++) {
                statement.setObject(n + 1, params[n]);
            }
            var result = statement.executeQuery();
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int n = 1; n <= result.getMetaData().getColumnCount(); n++) {
                    row.add(result.getObject(n));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String sql, Object... params) {
        return ((Number) rows(sql, params).getFirst().getFirst()).longValue();
    }
}
