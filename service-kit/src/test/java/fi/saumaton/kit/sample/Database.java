/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sample;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database seen from outside, for assertions. */
public final class Database {

    private Database() {}

    public static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("saumaton.db.url", String.class),
                config.getValue("saumaton.db.user", String.class),
                config.getValue("saumaton.db.password", String.class));
    }

    public static int update(String sql, Object... params) {
        try (Connection connection = connect();
                PreparedStatement statement = statement(connection, sql, params)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row. */
    public static <T> List<T> column(Class<T> type, String sql, Object... params) {
        try (Connection connection = connect();
                PreparedStatement statement = statement(connection, sql, params);
                ResultSet rows = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getObject(1, type));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the consumer did for a counter, in its order. */
    public static List<Integer> effects(Object counterId) {
        return column(Integer.class, "select value from effect where counter_id = ? order by position", counterId);
    }

    private static PreparedStatement statement(Connection connection, String sql, Object... params)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < params.length; i++) {
            statement.setObject(i + 1, params[i]);
        }
        return statement;
    }
}
