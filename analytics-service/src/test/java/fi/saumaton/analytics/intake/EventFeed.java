/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import fi.saumaton.analytics.metric.LoggedEvent;

import static org.awaitility.Awaitility.await;

/** Publishes events as the other services do, and waits until they stand in the log. */
public final class EventFeed {

    private EventFeed() {}

    /** Publishes the events in this order and returns when each of them is in the log. */
    public static void publish(List<LoggedEvent> events) {
        send(WireForm.all(events));
        awaitLogged(events.stream().map(LoggedEvent::eventId).distinct().toList());
    }

    static void send(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", config("kafka.bootstrap.servers"), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var sent : records.stream().map(producer::send).toList()) {
                sent.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static void awaitLogged(Collection<UUID> eventIds) {
        Object[] ids = eventIds.toArray();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        number("select count(*) from event_log where event_id = any(?)", (Object) ids) == ids.length);
    }

    /** The one number that a query gives. */
    static long number(String query, Object... parameters) throws SQLException {
        return Long.parseLong(text(query, parameters));
    }

    /** The first column of the first row as text. */
    static String text(String query, Object... parameters) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:" + config("saumaton.db.url"),
                        config("saumaton.db.user"),
                        config("saumaton.db.password"));
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof Object[] array) {
                    statement.setArray(i + 1, connection.createArrayOf("uuid", array));
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
