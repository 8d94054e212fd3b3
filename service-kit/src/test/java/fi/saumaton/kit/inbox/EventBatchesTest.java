/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.kit.sample.CounterEvent;
import fi.saumaton.kit.sample.Database;
import fi.saumaton.kit.sample.Events;
import fi.saumaton.kit.sample.Kit;
import fi.saumaton.kit.sample.OnContext;
import fi.saumaton.kit.sample.TopicReader;
import fi.saumaton.kit.sql.Sql;

import static fi.saumaton.kit.sample.Events.increased;
import static fi.saumaton.kit.sample.TopicReader.headers;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@Kit
class EventBatchesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    MeterRegistry metrics;

    @Inject
    EventBatches batches;

    @Inject
    Sql sql;

    private Events events;
    private TopicReader deadLetters;

    @BeforeEach
    void open() {
        events = new Events();
        deadLetters = new TopicReader(Events.DEAD_LETTERS);
    }

    @AfterEach
    void close() {
        events.close();
        deadLetters.close();
    }

    @Test
    void eventsOfAKeyHaveTheirEffectInOrder() {
        UUID id = UUID.randomUUID();
        events.send(IntStream.rangeClosed(1, 300)
                .mapToObj(i -> increased(id, i, null))
                .toList());
        awaitEffects(id, IntStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void manyEventsAreOneTransaction() {
        UUID id = UUID.randomUUID();
        events.send(IntStream.rangeClosed(1, 300)
                .mapToObj(i -> increased(id, i, null))
                .toList());
        awaitEffects(id, IntStream.rangeClosed(1, 300).boxed().toList());
        int transactions = Database.column(
                        String.class, "select distinct xmin::text from effect where counter_id = ?", id)
                .size();
        assertTrue(transactions < 50, transactions + " transactions for 300 events");
    }

    @Test
    void aBatchHasItsEffectAtOnceAndTheNextOneBeginsLater() throws Exception {
        UUID id = UUID.randomUUID();
        long begun = System.nanoTime();
        CompletableFuture<Long> ended = CompletableFuture.supplyAsync(() -> {
            process("gathered", increased(id, 1, null), id);
            return System.nanoTime();
        });

        awaitEffects(id, List.of(1));
        assertFalse(ended.isDone(), "The next batch could begin as soon as this one was committed");

        // Timers are of whole milliseconds.
        assertTrue(ended.get() - begun > Duration.ofMillis(1_998).toNanos(), "It did not wait for its topic's time");
    }

    private void process(String topic, ProducerRecord<String, byte[]> record, UUID id) {
        ConsumerRecords<String, byte[]> records = new ConsumerRecords<>(
                Map.of(
                        new TopicPartition(topic, 0),
                        List.of(new ConsumerRecord<>(
                                topic,
                                0,
                                0,
                                0,
                                TimestampType.CREATE_TIME,
                                0,
                                0,
                                record.key(),
                                record.value(),
                                record.headers(),
                                Optional.empty()))),
                Map.of());
        try {
            OnContext.run(() -> batches.process(
                    records,
                    Set.of(CounterEvent.INCREASED),
                    fresh -> sql.update("insert into effect (counter_id, value, batch) values (?1, 1, 1)", id)
                            .replaceWithVoid()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void duplicateHasNoSecondEffectAndIsCounted() {
        UUID id = UUID.randomUUID();
        double before = metrics.counter("inbox.duplicates").count();
        ProducerRecord<String, byte[]> once = increased(id, 1, null);
        events.send(once, increased(id, 2, null));
        awaitEffects(id, List.of(1, 2));
        events.send(once, once, increased(id, 3, null));
        awaitEffects(id, List.of(1, 2, 3));
        assertEquals(before + 2, metrics.counter("inbox.duplicates").count());
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheRestOfTheBatchIsKept() {
        UUID id = UUID.randomUUID();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            records.add(increased(id, i, i == 10 ? "refuse" : i == 20 ? "bug" : null));
        }
        events.send(records);
        awaitEffects(
                id,
                IntStream.rangeClosed(1, 30)
                        .filter(i -> i % 10 != 0 || i == 30)
                        .boxed()
                        .toList());
        List<ConsumerRecord<String, byte[]>> letters = awaitDeadLetters(id, 2);
        assertEquals(2, letters.size());
        Map<String, String> refused = headers(letters.getFirst());
        assertEquals("refused as wished", refused.get("dead-letter-reason"));
        assertEquals("fi.saumaton.kit.event.RefusedEventException", refused.get("dead-letter-exception"));
        assertEquals(Events.TOPIC, refused.get("dead-letter-topic"));
        assertEquals("customer-service", refused.get("dead-letter-service"));
        assertEquals(CounterEvent.INCREASED, refused.get("ce_type"));
        assertTrue(TopicReader.text(letters.getFirst()).contains("\"value\":10"));
        assertEquals(
                "java.lang.NullPointerException", headers(letters.getLast()).get("dead-letter-exception"));
    }

    @Test
    void unreadableRuleBreakingAndNamelessEventsGoToTheDeadLetters() {
        UUID id = UUID.randomUUID();
        ProducerRecord<String, byte[]> nameless = increased(id, 3, null);
        nameless.headers().remove("ce_id");
        ProducerRecord<String, byte[]> typeless = increased(id, 4, null);
        typeless.headers().remove("ce_type");
        ProducerRecord<String, byte[]> empty = new ProducerRecord<>(
                Events.TOPIC, null, id.toString(), null, increased(id, 5, null).headers());
        events.send(
                Events.event(id, CounterEvent.INCREASED, "{\"counterId\":"),
                increased(id, -1, null),
                nameless,
                typeless,
                empty,
                increased(id, 6, null));
        awaitEffects(id, List.of(6));
        List<String> reasons = awaitDeadLetters(id, 5).stream()
                .map(letter -> headers(letter).get("dead-letter-reason"))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "No ce_id",
                        "No ce_type",
                        "No data",
                        "Unreadable data in " + CounterEvent.INCREASED,
                        CounterEvent.INCREASED + " breaks its rules: value must be greater than or equal to 0"),
                reasons);
    }

    @Test
    void unknownTypeIsDroppedAndCounted() {
        UUID id = UUID.randomUUID();
        double before = unknown();
        events.send(Events.event(id, "fi.saumaton.counter.exploded.v1", "{}"), increased(id, 1, null));
        awaitEffects(id, List.of(1));
        assertTrue(unknown() >= before + 1);
        assertEquals(0, deadLetters.of(id).size());
    }

    @Test
    void failedBatchLeavesNothingOfItsFirstAttempt() {
        UUID id = UUID.randomUUID();
        events.send(increased(id, 1, "echo"), increased(id, 2, "bug"));
        awaitDeadLetters(id, 1);
        awaitEffects(id, List.of(1));
        try (TopicReader topic = new TopicReader(Events.TOPIC)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertEquals(1, echoes(topic.of(id))));
        }
    }

    private static long echoes(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> CounterEvent.ECHOED.equals(headers(record).get("ce_type")))
                .count();
    }

    private double unknown() {
        return metrics.counter("events.unknown", "topic", Events.TOPIC).count();
    }

    private static void awaitEffects(UUID id, List<Integer> values) {
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(values, Database.effects(id)));
    }

    private List<ConsumerRecord<String, byte[]>> awaitDeadLetters(UUID key, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(count, deadLetters.of(key).size()));
        return deadLetters.of(key);
    }
}
