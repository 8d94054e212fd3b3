/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

import io.vertx.sqlclient.Row;

/** A row of the outbox, and how it looks in Kafka. Columns in the order of {@link #COLUMNS}. */
record OutboxRow(
        UUID id, UUID aggregateId, String type, String payload, String traceparent, OffsetDateTime occurredAt) {

    static final String COLUMNS = "id, aggregateid, type, payload, traceparent, occurred_at";

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    static OutboxRow of(Row row) {
        return new OutboxRow(
                row.getUUID(0),
                row.getUUID(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getOffsetDateTime(5));
    }

    /** The event as a record of the topic, a CloudEvent in binary mode, with another {@code traceparent} if given. */
    ProducerRecord<String, byte[]> toRecord(String topic, Header source, String trace) {
        String key = aggregateId.toString();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, null, key, payload.getBytes(StandardCharsets.UTF_8), headers(source, key));
        if (trace != null) {
            record.headers().add(header("traceparent", trace));
        }
        return record;
    }

    private List<Header> headers(Header source, String key) {
        return List.of(
                SPEC_VERSION,
                CONTENT_TYPE,
                source,
                header("ce_id", id.toString()),
                header("ce_type", type),
                header("ce_subject", key),
                header("ce_time", occurredAt.toInstant().toString()));
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
