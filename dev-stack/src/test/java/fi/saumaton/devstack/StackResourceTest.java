/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StackResourceTest {
    private static final StackResource STACK = new StackResource();
    private static Map<String, String> configuration;

    @BeforeAll
    static void start() {
        STACK.init(Map.of("db", "sample"));
        configuration = STACK.start();
    }

    @AfterAll
    static void stop() {
        STACK.stop();
    }

    @Test
    void theDatabaseIsFreshAndSpeaksUtf8AndFinnish() throws Exception {
        try (var connection = connect();
                var query = connection.createStatement();
                var row = query.executeQuery("""
                        select current_database(), current_setting('server_encoding'),
                               to_tsvector('finnish', 'talossa asuvat koirat')::text,
                               (select count(*) from pg_tables where schemaname = 'public' and tablename <> 'kept')""")) {
            assertTrue(row.next());
            assertEquals("sample", row.getString(1));
            assertEquals("UTF8", row.getString(2));
            assertEquals("'asuv':2 'koira':3 'talo':1", row.getString(3));
            assertEquals(0, row.getInt(4));
        }
    }

    @Test
    void kafkaHasTheTopicsOfTheContractsAndTheirDeadLetters() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", configuration.get("kafka.bootstrap.servers")))) {
            var topics = admin.listTopics().names().get(10, TimeUnit.SECONDS);
            assertTrue(topics.contains("conversation.events"), topics.toString());
            assertTrue(topics.contains("conversation.events.dlq.routing-service"), topics.toString());
            var described = admin.describeTopics(List.of("conversation.events", "gateway.wakeups"))
                    .allTopicNames()
                    .get(10, TimeUnit.SECONDS);
            assertEquals(12, described.get("conversation.events").partitions().size());
            assertEquals(1, described.get("gateway.wakeups").partitions().size());
        }
    }

    @Test
    void aKilledServerComesBackOnItsPortWithItsData() throws Exception {
        var postgres = RunningStack.current().postgresProcess();
        execute("create table kept (word text)");
        execute("insert into kept values ('still here')");

        postgres.kill();
        assertFalse(postgres.alive());
        postgres.start(Duration.ofSeconds(30));

        try (var connection = connect();
                var query = connection.createStatement();
                var row = query.executeQuery("select word from kept")) {
            assertTrue(row.next());
            assertEquals("still here", row.getString(1));
        }
        execute("drop table kept");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:" + configuration.get("saumaton.db.url"), "postgres", "postgres");
    }
}
