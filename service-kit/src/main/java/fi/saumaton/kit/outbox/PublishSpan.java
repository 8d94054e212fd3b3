/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;

import fi.saumaton.kit.trace.Traces;

/** The producer span of a row, made only when the row's stored trace is sampled. It marks the moment of the sending. */
final class PublishSpan {

    private PublishSpan() {}

    /** The {@code traceparent} to send with the row, {@code null} for none. */
    static String traceparent(OutboxRow row, String topic) {
        if (!Traces.sampled(row.traceparent())) {
            return row.traceparent();
        }
        Span span = GlobalOpenTelemetry.getTracer("fi.saumaton.kit")
                .spanBuilder("publish " + topic)
                .setParent(Traces.context(row.traceparent()))
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic)
                .setAttribute("messaging.message.id", row.id().toString())
                .setAttribute("cloudevents.event_type", row.type())
                .startSpan();
        span.end();
        String own = Traces.of(span.getSpanContext());
        return own == null ? row.traceparent() : own;
    }
}
