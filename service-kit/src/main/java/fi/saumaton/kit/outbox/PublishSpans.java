/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.trace.Traces;

/** The producer spans of one round: only for rows whose stored trace is sampled. */
final class PublishSpans {

    private final String topic;
    private final List<Span> spans = new ArrayList<>(0);

    PublishSpans(String topic) {
        this.topic = topic;
    }

    /** The {@code traceparent} to send with the row, {@code null} for none. */
    String start(OutboxRow row) {
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
        spans.add(span);
        String sent = Traces.of(span.getSpanContext());
        return sent == null ? row.traceparent() : sent;
    }

    /** Ends the spans when the sending has ended. */
    Uni<Void> around(Uni<Void> sending) {
        if (spans.isEmpty()) {
            return sending;
        }
        return sending.onTermination().invoke((nothing, failure, cancelled) -> {
            for (Span span : spans) {
                if (failure != null) {
                    span.setStatus(StatusCode.ERROR).recordException(failure);
                }
                span.end();
            }
        });
    }
}
