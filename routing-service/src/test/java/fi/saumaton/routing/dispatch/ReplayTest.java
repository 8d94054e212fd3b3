/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.routing.Scene;
import fi.saumaton.routing.engine.Decision;
import fi.saumaton.routing.engine.Engine;
import fi.saumaton.routing.engine.Moment;
import fi.saumaton.routing.engine.Queue;
import fi.saumaton.routing.engine.State;
import fi.saumaton.routing.engine.WorkItem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The stored inputs, given to a fresh engine, lead to the stored decisions and the stored work, to the last id. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class ReplayTest {

    @Test
    void theLogLeadsToTheSameDecisionsAgain() throws SQLException {
        try (Scene scene = Scene.withQueue(30)) {
            someTraffic(scene);
        }
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            State state = new State();
            // What the migration has put there.
            state.load(new Queue("support", Set.of(), 30, 0, Set.of("email", "webchat", "webhook"), null, 1));
            Map<UUID, String> decided = replay(connection, state);

            assertFalse(decided.isEmpty());
            assertEquals(storedDecisions(connection), decided);
            assertEquals(storedWork(connection), work(state));
        }
    }

    private static void someTraffic(Scene scene) {
        String jenni = scene.agent("jenni");
        String sami = scene.agent("sami");
        List<UUID> conversations = List.of(scene.arrives(), scene.arrives(), scene.arrives());
        for (UUID conversation : conversations) {
            var offer = scene.event("offer.made", conversation, 1);
            boolean jennis = offer.text("agentId").equals(Scene.id(jenni));
            Scene.refuse(jennis ? jenni : sami, offer.text("offerId"));
            scene.acceptedBy(jennis ? sami : jenni, conversation, 2);
        }
        scene.conversation("message-sent", conversations.getFirst(), 3, "\"author\":{\"type\":\"agent\"}");
        scene.conversation("closed", conversations.getLast(), 4, "\"reason\":\"resolved\"");
        scene.event("work-item.done", conversations.getLast(), 1);
    }

    private static Map<UUID, String> replay(Connection connection, State state) throws SQLException {
        Map<UUID, String> decided = new TreeMap<>();
        ResultSet log = query(connection, """
                select id, kind, payload, applied_at from routing_input
                where applied_version is not null order by applied_version, applied_position
                """);
        while (log.next()) {
            var input = InputKind.read(log.getString(2), log.getString(3));
            var at = log.getObject(4, OffsetDateTime.class).toInstant();
            Engine.apply(state, input, new Moment(at, log.getObject(1, UUID.class)))
                    .decisions()
                    .forEach(decision -> decided.put(decision.id(), RowJson.write(decision)));
        }
        return decided;
    }

    private static Map<UUID, String> storedDecisions(Connection connection) throws SQLException {
        Map<UUID, String> stored = new TreeMap<>();
        ResultSet rows = query(connection, "select id, body from decision");
        while (rows.next()) {
            var decision = RowJson.read(rows.getString(2), Decision.class);
            stored.put(rows.getObject(1, UUID.class), RowJson.write(decision));
        }
        return stored;
    }

    private static Map<UUID, String> storedWork(Connection connection) throws SQLException {
        Map<UUID, String> stored = new TreeMap<>();
        ResultSet rows = query(
                connection,
                "select id, to_jsonb(t) from work_item t where state in ('waiting', 'offered', 'assigned')");
        while (rows.next()) {
            stored.put(rows.getObject(1, UUID.class), RowJson.write(RowJson.read(rows.getString(2), WorkItem.class)));
        }
        return stored;
    }

    private static Map<UUID, String> work(State state) {
        Map<UUID, String> work = new TreeMap<>();
        state.items().forEach(item -> work.put(item.id(), RowJson.write(item)));
        return work;
    }

    private static ResultSet query(Connection connection, String sql) throws SQLException {
        return connection.createStatement().executeQuery(sql);
    }

    private static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("saumaton.db.url", String.class),
                config.getValue("saumaton.db.user", String.class),
                config.getValue("saumaton.db.password", String.class));
    }
}
