/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import fi.saumaton.kit.id.Ids;

/** Puts records on the consumer's topic as another service would. */
public final class Events implements AutoCloseable {

    public static final String TOPIC = "conversation.events";
    public static final String DEAD_LETTERS = "conversation.events.dlq.customer-service";

    private final KafkaProducer<String, byte[]> producer;

    public Events() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TopicReader.servers(), "linger.ms", 50),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public static ProducerRecord<String, byte[]> increased(UUID counterId, int value, String wish) {
        String data = wish == null
                ? "{\"counterId\":\"%s\",\"value\":%d}".formatted(counterId, value)
                : "{\"counterId\":\"%s\",\"value\":%d,\"wish\":\"%s\"}".formatted(counterId, value, wish);
        return event(counterId, CounterEvent.INCREASED, data);
    }

    public static ProducerRecord<String, byte[]> event(UUID key, String type, String data) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(TOPIC, key.toString(), data.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", Ids.next().toString());
        header(record, "ce_source", "/saumaton/test");
        header(record, "ce_type", type);
        header(record, "ce_subject", key.toString());
        header(record, "ce_time", "2026-11-22T10:00:00.123456Z");
        return record;
    }

    public static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().remove(name);
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the records as close together as Kafka allows. */
    public void send(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(producer::send);
        producer.flush();
    }

    @SafeVarargs
    public final void send(ProducerRecord<String, byte[]>... records) {
        for (ProducerRecord<String, byte[]> record : records) {
            producer.send(record);
        }
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
