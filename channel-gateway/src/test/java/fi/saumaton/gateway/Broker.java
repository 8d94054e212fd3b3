/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The other services, as the gateway sees them: a topic that is read from its beginning, and events that are sent. */
public final class Broker implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Event> events = new ArrayList<>();

    /** A record of the topic; {@code type} is that of its CloudEvents header. */
    public record Event(String key, String type, JsonNode data, Map<String, String> headers) {}

    public Broker(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers()), new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public List<Event> all() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(read(record)));
        return List.copyOf(events);
    }

    public List<Event> of(Object key) {
        return all().stream()
                .filter(event -> key.toString().equals(event.key()))
                .toList();
    }

    /** Waits until a key has as many events, and gives all it has. */
    public List<Event> await(Object key, int count) {
        return Awaitility.await().atMost(PATIENCE).until(() -> of(key), found -> found.size() >= count);
    }

    /** Waits for an event of a type. */
    public Event await(Object key, String type) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> of(key).stream()
                                .filter(event -> event.type().equals(type))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    public static void send(String topic, UUID key, String type, Object data) {
        send(topic, key.toString(), UUID.randomUUID(), type, data);
    }

    public static void send(String topic, String key, UUID id, String type, Object data) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", "/saumaton/test");
        headers.put("ce_type", type);
        headers.put("ce_time", Instant.now().toString());
        headers.put("content-type", "application/json");
        sendRaw(topic, key, headers, bytes(data));
    }

    public static void sendRaw(String topic, String key, Map<String, String> headers, byte[] value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
            producer.flush();
        }
    }

    private static byte[] bytes(Object data) {
        try {
            return data instanceof byte[] raw
                    ? raw
                    : JSON.writeValueAsString(data).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    private static Event read(ConsumerRecord<String, byte[]> record) {
        var headers = new LinkedHashMap<String, String>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return new Event(record.key(), headers.get("ce_type"), json(record.value()), headers);
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
