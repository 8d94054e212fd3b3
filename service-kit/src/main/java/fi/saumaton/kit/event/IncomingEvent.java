/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event as it came from Kafka; its data is still bytes, see {@link EventJson#read}.
 *
 * @param id {@code ce_id}
 * @param source {@code ce_source}, {@code /saumaton/<service>}
 * @param type {@code ce_type}
 * @param subject {@code ce_subject}, the aggregate's id; {@code null} when the producer gave none
 * @param time {@code ce_time}; the record's own time when the producer gave none
 * @param topic where it was read
 * @param key the Kafka key
 * @param data the value, never {@code null}
 * @param contentType {@code content-type}, {@code application/json} when absent
 * @param extensions further {@code ce_} headers, without the prefix
 * @param traceparent the sampled trace it belongs to, or {@code null}
 */
public record IncomingEvent(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String topic,
        String key,
        byte[] data,
        String contentType,
        Map<String, String> extensions,
        String traceparent) {

    /** The same event as part of another span of its trace. */
    public IncomingEvent withTraceparent(String other) {
        return new IncomingEvent(id, source, type, subject, time, topic, key, data, contentType, extensions, other);
    }

    /** Without the data: it may hold what people wrote. */
    @Override
    public String toString() {
        return type + " " + id + " from " + topic;
    }
}
