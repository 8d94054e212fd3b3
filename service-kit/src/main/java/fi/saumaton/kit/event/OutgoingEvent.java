/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.event;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.trace.Traces;

/**
 * Something that happened, about to be told.
 *
 * @param id the event's identity for ever, UUIDv7; consumers drop what they have seen by it
 * @param type {@code fi.saumaton.<aggregate>.<past-tense>.v<n>}
 * @param aggregateId what it happened to: Kafka key and {@code ce_subject}; events of one aggregate keep their order
 * @param occurredAt when it happened, UTC, microseconds
 * @param data the record written as JSON, in the shape of {@code contracts/events}
 * @param traceparent the sampled trace it belongs to, or {@code null}
 */
public record OutgoingEvent(
        UUID id, String type, UUID aggregateId, Instant occurredAt, Object data, String traceparent) {

    public OutgoingEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(aggregateId, "aggregateId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(data, "data");
    }

    /** A new event in the current trace. */
    public static OutgoingEvent of(String type, UUID aggregateId, Instant occurredAt, Object data) {
        return new OutgoingEvent(Ids.next(), type, aggregateId, occurredAt, data, Traces.current());
    }

    /** The same event as a consequence of another: it continues that one's trace. */
    public OutgoingEvent causedBy(IncomingEvent cause) {
        return new OutgoingEvent(id, type, aggregateId, occurredAt, data, cause.traceparent());
    }
}
