/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The other services' side of Kafka. */
public final class Topics {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, ProducerRecord<String, byte[]>> LAST = new HashMap<>();
    private static KafkaProducer<String, byte[]> producer;

    private Topics() {}

    /** An event of this service, as others see it. */
    public record Published(String type, UUID key, JsonNode data) {}

    public static synchronized void send(String topic, String type, UUID key, UUID eventId, byte[] data) {
        var record = new ProducerRecord<>(topic, key.toString(), data);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", eventId.toString());
        header(record, "ce_source", "/saumaton/test");
        header(record, "ce_type", type);
        header(record, "ce_subject", key.toString());
        header(record, "ce_time", Instant.now().toString());
        header(record, "content-type", "application/json");
        LAST.put(key.toString(), record);
        deliver(record);
    }

    static synchronized void sendAgain(UUID key) {
        deliver(LAST.get(key.toString()));
    }

    static synchronized void sendAgainAs(UUID key, UUID eventId) {
        var last = LAST.get(key.toString());
        var again = new ProducerRecord<>(last.topic(), last.key(), last.value());
        last.headers().forEach(header -> again.headers().add(header));
        again.headers().remove("ce_id");
        header(again, "ce_id", eventId.toString());
        deliver(again);
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void deliver(ProducerRecord<String, byte[]> record) {
        try {
            if (producer == null) {
                producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers(), "acks", "all", "linger.ms", "0"),
                        new StringSerializer(),
                        new ByteArraySerializer());
            }
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the topic {@code customer.events} holds as many matching events, and gives them. */
    public static List<Published> await(int count, Predicate<Published> wanted) {
        List<Published> seen = new ArrayList<>();
        try (var consumer = reader("customer.events")) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    var event = published(record);
                    if (wanted.test(event)) {
                        seen.add(event);
                    }
                });
                return seen.size() >= count;
            });
        }
        return seen;
    }

    /** The {@code identified} events of a conversation, at least as many as asked for. */
    public static List<JsonNode> identified(UUID conversationId, int count) {
        return await(
                        count,
                        event -> event.type().equals("fi.saumaton.customer.identified.v1")
                                && event.data().path("conversationId").asText().equals(conversationId.toString()))
                .stream()
                .map(Published::data)
                .toList();
    }

    /** The first {@code identified} event of a conversation that is as wanted. */
    public static JsonNode identifiedWhen(UUID conversationId, Predicate<JsonNode> wanted) {
        return await(
                        1,
                        event -> event.type().equals("fi.saumaton.customer.identified.v1")
                                && event.data().path("conversationId").asText().equals(conversationId.toString())
                                && wanted.test(event.data()))
                .getFirst()
                .data();
    }

    /** How many records a topic holds. */
    public static long size(String topic) {
        try (var consumer = reader(topic)) {
            return consumer.endOffsets(consumer.assignment()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static KafkaConsumer<String, byte[]> reader(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static Published published(ConsumerRecord<String, byte[]> record) {
        try {
            var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
            return new Published(type, UUID.fromString(record.key()), JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
