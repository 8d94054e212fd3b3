/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Everything that was ever said in one topic, and a way to say something. */
final class EventLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Event> events = new ArrayList<>();

    /** An event by the last words of its type, such as {@code message-received}. */
    record Event(String type, JsonNode data) {
        String text(String field) {
            return data.path(field).asText();
        }
    }

    EventLog(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers()), new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static String servers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    /** What is known up to now; grows from call to call. */
    List<Event> events() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(read(record)));
        return List.copyOf(events);
    }

    List<Event> of(String type, String field, String value) {
        return events().stream()
                .filter(event -> event.type().equals(type) && event.text(field).equals(value))
                .toList();
    }

    private static Event read(ConsumerRecord<String, byte[]> record) {
        try {
            var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
            return new Event(type.replaceAll("^.*\\.([a-z-]+)\\.v1$", "$1"), JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Routing's word that an agent has the conversation now. */
    static void assign(UUID conversation, UUID agent, String name) {
        var data = new HashMap<String, Object>();
        data.put("workItemId", UUID.randomUUID());
        data.put("conversationId", conversation);
        data.put("agentId", agent);
        data.put("agentName", name);
        data.put("assignmentNumber", 1);
        data.put("queuedAt", Instant.now().toString());
        data.put("assignedAt", Instant.now().toString());
        data.put("waitedSeconds", 1);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>("routing.events", conversation.toString(), JSON.writeValueAsBytes(data));
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", UUID.randomUUID().toString(),
                            "ce_source", "/saumaton/routing-service",
                            "ce_type", "fi.saumaton.work-item.assigned.v1",
                            "ce_subject", conversation.toString(),
                            "ce_time", Instant.now().toString(),
                            "content-type", "application/json")
                    .forEach((name1, value) -> record.headers().add(name1, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
            producer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
