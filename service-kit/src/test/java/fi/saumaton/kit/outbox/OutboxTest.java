/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import fi.saumaton.kit.sample.CounterEvent;
import fi.saumaton.kit.sample.CounterService;
import fi.saumaton.kit.sample.Database;
import fi.saumaton.kit.sample.Events;
import fi.saumaton.kit.sample.Kit;
import fi.saumaton.kit.sample.OnContext;
import fi.saumaton.kit.sample.TopicReader;

import static fi.saumaton.kit.sample.TopicReader.headers;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@Kit
class OutboxTest {

    @Inject
    CounterService counters;

    @Inject
    Vertx vertx;

    @Inject
    Pool pool;

    @Inject
    OutboxRelay relay;

    @Test
    void eventArrivesAsCloudEventAndLeavesTheTable() throws Throwable {
        UUID id = UUID.randomUUID();
        Instant before = Instant.now();
        OnContext.run(() -> counters.create(id));
        OnContext.run(() -> counters.increase(id, null));

        ConsumerRecord<String, byte[]> record = awaitRecords(id, 1).getFirst();
        Map<String, String> headers = headers(record);
        assertEquals("{\"counterId\":\"%s\",\"value\":1}".formatted(id), TopicReader.text(record));
        assertEquals("1.0", headers.get("ce_specversion"));
        assertEquals(CounterEvent.INCREASED, headers.get("ce_type"));
        assertEquals("/saumaton/customer-service", headers.get("ce_source"));
        assertEquals(id.toString(), headers.get("ce_subject"));
        assertEquals("application/json", headers.get("content-type"));
        assertEquals(7, UUID.fromString(headers.get("ce_id")).version());
        Instant time = Instant.parse(headers.get("ce_time"));
        assertTrue(!time.isBefore(before.minusMillis(1)) && !time.isAfter(Instant.now()), time.toString());
        await().untilAsserted(() -> assertEquals(0, rowsOf(id)));
    }

    @Test
    void eventOfAFailedTransactionIsNeverTold() throws Throwable {
        UUID id = UUID.randomUUID();
        OnContext.run(() -> counters.create(id));
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> OnContext.run(() -> counters.increaseAndFail(id)));
        assertEquals("as wished", failure.getMessage());
        // The next one is told, so the first would have been, too.
        OnContext.run(() -> counters.increase(id, null));
        List<ConsumerRecord<String, byte[]>> records = awaitRecords(id, 1);
        assertEquals(1, records.size());
        assertEquals("{\"counterId\":\"%s\",\"value\":1}".formatted(id), TopicReader.text(records.getFirst()));
        assertEquals(1, OnContext.run(() -> counters.value(id)));
    }

    @Test
    void appendingOutsideAWriteTransactionFails() {
        UUID id = UUID.randomUUID();
        assertThrows(IllegalStateException.class, () -> OnContext.run(() -> counters.tellOnly(id)));
        assertEquals(0, rowsOf(id));
    }

    @Test
    void twoRelaysKeepTheOrderOfEachAggregateUnderConcurrentWrites() throws Throwable {
        int writers = 8;
        int rounds = 25;
        List<UUID> ids = IntStream.range(0, 6).mapToObj(i -> UUID.randomUUID()).toList();
        for (UUID id : ids) {
            OnContext.run(() -> counters.create(id));
        }
        RecordSender sender = new RecordSender(Map.of("bootstrap.servers", TopicReader.servers()), "second-relay");
        OutboxRelay second = new OutboxRelay(
                vertx, new OutboxDrain(pool, sender, Events.TOPIC, "customer-service")::slots, Duration.ofMillis(1));
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Callable<Integer>> work = IntStream.range(0, writers * rounds)
                    .mapToObj(i -> (Callable<Integer>) () -> {
                        int value = OnContext.run(() -> counters.increase(ids.get(i % ids.size()), null));
                        IntStream.range(0, Outbox.SLOTS).forEach(second::nudge);
                        return value;
                    })
                    .toList();
            for (Future<Integer> one : threads.invokeAll(work)) {
                one.get();
            }
        }
        try (TopicReader topic = new TopicReader(Events.TOPIC)) {
            for (int i = 0; i < ids.size(); i++) {
                UUID id = ids.get(i);
                int increases = IntStream.range(0, writers * rounds)
                        .filter(n -> ids.get(n % ids.size()).equals(id))
                        .map(n -> 1)
                        .sum();
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() ->
                                assertEquals(increases, values(topic.of(id)).size()));
                assertEquals(IntStream.rangeClosed(1, increases).boxed().toList(), values(topic.of(id)));
            }
        } finally {
            second.close(Duration.ofSeconds(5));
            sender.close();
        }
    }

    @Test
    void crashBetweenAcknowledgementAndDeletionSendsTheSameEventAgain() throws Throwable {
        UUID id = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        Database.update(
                """
                insert into outbox (id, slot, aggregatetype, aggregateid, type, payload, occurred_at)
                values (?, ?, 'counter', ?, ?, ?, now())
                """,
                event,
                (short) Outbox.slot(id),
                id,
                CounterEvent.INCREASED,
                "{\"counterId\":\"%s\",\"value\":1}".formatted(id));
        try (Connection blocker = Database.connect()) {
            blocker.setAutoCommit(false);
            lockRow(blocker, event);
            relay.nudge(Outbox.slot(id));
            // Kafka has it, the deletion waits for the lock: now the relay's connection dies.
            awaitRecords(id, 1);
            await().untilAsserted(() -> assertEquals(1, killWaitingDeletions()));
            blocker.rollback();
        }
        List<ConsumerRecord<String, byte[]>> records = awaitRecords(id, 2);
        assertEquals(
                List.of(event.toString(), event.toString()),
                records.stream().map(record -> headers(record).get("ce_id")).toList());
        await().untilAsserted(() -> assertEquals(0, rowsOf(id)));
        await().untilAsserted(() -> assertEquals(List.of(1), Database.effects(id)));
    }

    @Test
    void eventTooLargeForKafkaIsRefusedBeforeItBlocksTheRest() throws Throwable {
        UUID id = UUID.randomUUID();
        OnContext.run(() -> counters.create(id));
        assertThrows(
                IllegalArgumentException.class, () -> OnContext.run(() -> counters.increase(id, "x".repeat(900_000))));
        assertEquals(0, OnContext.run(() -> counters.value(id)));
    }

    @Test
    void slotsSpreadAndStay() {
        Map<Integer, Integer> slots = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            slots.merge(Outbox.slot(new UUID(i * 0x9E3779B97F4A7C15L, i)), 1, Integer::sum);
        }
        assertEquals(Outbox.SLOTS, slots.size());
        assertEquals(1, Outbox.slot(UUID.fromString("0193a000-0000-7000-8000-000000000001")));
    }

    private static void lockRow(Connection connection, UUID event) throws Exception {
        try (PreparedStatement lock = connection.prepareStatement("select 1 from outbox where id = ? for key share")) {
            lock.setObject(1, event);
            assertTrue(lock.executeQuery().next());
        }
    }

    private static int killWaitingDeletions() {
        return Database.column(Boolean.class, """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like 'delete from outbox%'
                        """).size();
    }

    private static List<ConsumerRecord<String, byte[]>> awaitRecords(UUID key, int count) {
        try (TopicReader topic = new TopicReader(Events.TOPIC)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertTrue(topic.of(key).size() >= count, "records of " + key));
            return topic.of(key);
        }
    }

    /** The values in the order of their first appearance: at least once means that some may come again. */
    private static List<Integer> values(List<ConsumerRecord<String, byte[]>> records) {
        LinkedHashSet<Integer> values = new LinkedHashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            values.add(Integer.valueOf(TopicReader.text(record).replaceAll(".*\"value\":(\\d+).*", "$1")));
        }
        return List.copyOf(values);
    }

    private static int rowsOf(UUID id) {
        return Database.column(UUID.class, "select id from outbox where aggregateid = ?", id)
                .size();
    }
}
