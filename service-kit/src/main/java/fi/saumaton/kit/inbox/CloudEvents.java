/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.event.MalformedEventException;

/** Reads CloudEvents of Kafka's binary mode: attributes in {@code ce_} headers, the value is the data. */
final class CloudEvents {

    private static final String PREFIX = "ce_";
    private static final String TYPE = "ce_type";
    private static final Set<String> ATTRIBUTES =
            Set.of("ce_specversion", "ce_id", "ce_source", TYPE, "ce_subject", "ce_time");

    private CloudEvents() {}

    /** The event's type, {@code null} when the record has none. */
    static String type(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader(TYPE);
        return header == null ? null : text(header);
    }

    static IncomingEvent parse(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = headers(record);
        if (record.value() == null) {
            throw new MalformedEventException("No data");
        }
        return new IncomingEvent(
                id(required(headers, "ce_id")),
                required(headers, "ce_source"),
                required(headers, TYPE),
                headers.get("ce_subject"),
                time(headers.get("ce_time"), record),
                record.topic(),
                record.key(),
                record.value(),
                headers.getOrDefault("content-type", "application/json"),
                extensions(headers),
                headers.get("traceparent"));
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = HashMap.newHashMap(10);
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), text(header));
            }
        }
        return headers;
    }

    private static String text(Header header) {
        return header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new MalformedEventException("No " + name);
        }
        return value;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("ce_id is no UUID", e);
        }
    }

    private static Instant time(String text, ConsumerRecord<String, byte[]> record) {
        if (text == null) {
            return Instant.ofEpochMilli(record.timestamp());
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedEventException("ce_time is no time", e);
        }
    }

    private static Map<String, String> extensions(Map<String, String> headers) {
        Map<String, String> extensions = null;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().startsWith(PREFIX) && !ATTRIBUTES.contains(header.getKey())) {
                extensions = extensions == null ? new HashMap<>() : extensions;
                extensions.put(header.getKey().substring(PREFIX.length()), header.getValue());
            }
        }
        return extensions == null ? Map.of() : Map.copyOf(extensions);
    }
}
