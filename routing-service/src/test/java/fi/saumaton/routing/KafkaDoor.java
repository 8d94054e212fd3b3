/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The service's topics as its neighbours use them. */
public final class KafkaDoor implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 12;
    private static final String OUT = "routing.events";

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;
    private final List<Event> seen = new ArrayList<>();

    /** An event of the service. */
    public record Event(String id, String type, String key, JsonNode data) {
        /** A member's text; null when there is none. */
        public String text(String member) {
            return data.path(member).asText(null);
        }
    }

    public KafkaDoor(String servers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"), new StringSerializer(), new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest", "fetch.max.wait.ms", "20"),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> all = IntStream.range(0, PARTITIONS)
                .mapToObj(n -> new TopicPartition(OUT, n))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Sends an event and waits until it is stored; gives its id. */
    public UUID send(String topic, String type, Object key, String json) {
        UUID id = UUID.randomUUID();
        send(topic, id, type, key, json);
        return id;
    }

    public void send(String topic, UUID id, String type, Object key, String json) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key.toString(), json);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "/saumaton/test",
                        "ce_type",
                        type,
                        "ce_subject",
                        key.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All events so far that have the conversation or agent as their subject, in order. */
    public List<Event> eventsOf(Object id) {
        return events(event -> id.toString().equals(event.text("conversationId"))
                || id.toString().equals(event.text("agentId")) && event.text("conversationId") == null);
    }

    /** All events so far that fit. */
    public List<Event> events(Predicate<Event> fits) {
        var records = consumer.poll(Duration.ofMillis(40));
        while (!records.isEmpty()) {
            records.forEach(record -> seen.add(read(record)));
            records = consumer.poll(Duration.ofMillis(20));
        }
        return seen.stream().filter(fits).toList();
    }

    private static Event read(ConsumerRecord<String, String> record) {
        Function<String, String> header =
                name -> new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        return new Event(header.apply("ce_id"), header.apply("ce_type"), record.key(), parse(record.value()));
    }

    /** How many records of the key have gone to the dead letters. */
    public long deadLetters(String topic, Object key) {
        List<TopicPartition> out = List.copyOf(consumer.assignment());
        Map<TopicPartition, Long> places = new HashMap<>();
        out.forEach(partition -> places.put(partition, consumer.position(partition)));
        List<TopicPartition> letters = IntStream.range(
                        0, consumer.partitionsFor(topic).size())
                .mapToObj(n -> new TopicPartition(topic, n))
                .toList();
        consumer.assign(letters);
        consumer.seekToBeginning(letters);
        long count = 0;
        var records = consumer.poll(Duration.ofMillis(500));
        while (!records.isEmpty()) {
            for (ConsumerRecord<String, String> record : records) {
                count += key.toString().equals(record.key()) ? 1 : 0;
            }
            records = consumer.poll(Duration.ofMillis(100));
        }
        consumer.assign(out);
        places.forEach(consumer::seek);
        return count;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
    }
}
