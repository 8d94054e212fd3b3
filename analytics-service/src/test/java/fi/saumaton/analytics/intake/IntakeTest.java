/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.analytics.metric.AuthorType;
import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.devstack.StackResource;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "analytics"))
class IntakeTest {

    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void theLogKeepsNoNameNoAddressAndNoText() throws SQLException {
        UUID conversation = UUID.randomUUID();
        LoggedEvent opened = opened(conversation);
        LoggedEvent sent = message(EventKind.MESSAGE_SENT, conversation)
                .author(AuthorType.AGENT)
                .build();

        EventFeed.publish(List.of(opened, sent));

        String rows = EventFeed.text(
                "select string_agg(cast(l as text), ' ') from event_log l where conversation_id = ?", conversation);
        for (String personal : List.of("Mikko", "mikko", "358401234567", "jenni", "Jenni")) {
            assertFalse(rows.contains(personal), () -> personal + " stands in the log");
        }
    }

    @Test
    void repeatedEventsAreLoggedOnce() throws SQLException {
        UUID conversation = UUID.randomUUID();
        LoggedEvent opened = opened(conversation);
        LoggedEvent answer = message(EventKind.MESSAGE_SENT, conversation)
                .author(AuthorType.AGENT)
                .build();

        EventFeed.publish(List.of(opened, opened, answer));
        EventFeed.publish(List.of(opened, answer, opened));

        assertEquals(2, EventFeed.number("select count(*) from event_log where conversation_id = ?", conversation));
        assertEquals(1, EventFeed.number("select count(*) from contact_fact where conversation_id = ?", conversation));
    }

    @Test
    void anAnswerThatIsToldBeforeItsContactIsFoundLater() throws SQLException {
        UUID conversation = UUID.randomUUID();
        LoggedEvent answer = message(EventKind.MESSAGE_SENT, conversation)
                .author(AuthorType.AGENT)
                .build();

        EventFeed.publish(List.of(answer));
        EventFeed.publish(List.of(opened(conversation)));

        assertEquals(
                AT.plusSeconds(30),
                Instant.parse(EventFeed.text(
                        "select to_char(answered_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from contact_fact"
                                + " where conversation_id = ?",
                        conversation)));
    }

    @Test
    void whatCannotBeUnderstoodIsADeadLetterAndTheNextEventIsTaken() {
        UUID poison = UUID.randomUUID();
        UUID conversation = UUID.randomUUID();
        LoggedEvent next = opened(conversation);

        EventFeed.send(List.of(
                WireForm.record(
                        "conversation.events",
                        poison,
                        EventKind.MESSAGE_RECEIVED.type(),
                        conversation.toString(),
                        Map.of("messageId", UUID.randomUUID().toString())),
                WireForm.of(next)));

        EventFeed.awaitLogged(List.of(next.eventId()));
        assertDeadLetter("conversation.events.dlq.analytics-service", poison);
    }

    @Test
    void whatIsNotKnownYetIsPassedOver() {
        UUID conversation = UUID.randomUUID();
        LoggedEvent next = opened(conversation);

        EventFeed.send(List.of(
                WireForm.record(
                        "conversation.events",
                        UUID.randomUUID(),
                        "fi.saumaton.conversation.sung.v1",
                        conversation.toString(),
                        Map.of("song", "Finlandia")),
                WireForm.of(next)));

        EventFeed.awaitLogged(List.of(next.eventId()));
    }

    private static LoggedEvent opened(UUID conversation) {
        return LoggedEvent.of(EventKind.CONVERSATION_OPENED, UUID.randomUUID(), AT)
                .conversation(conversation)
                .channel("email:support", "email")
                .message(UUID.randomUUID())
                .build();
    }

    private static LoggedEvent.Builder message(EventKind kind, UUID conversation) {
        return LoggedEvent.of(kind, UUID.randomUUID(), AT.plusSeconds(30))
                .conversation(conversation)
                .channel("email:support", "email")
                .message(UUID.randomUUID());
    }

    private static void assertDeadLetter(String topic, UUID eventId) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        Set<String> seen = new ConcurrentSkipListSet<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(30)).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(letter -> seen.add(
                                new String(letter.headers().lastHeader("ce_id").value())));
                return seen.contains(eventId.toString());
            });
        }
    }
}
