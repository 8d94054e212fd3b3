/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;

import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.trace.Traces;

/** The consumer spans of one batch: only for events whose trace is sampled. They last as long as the batch. */
final class ProcessSpans {

    private final List<Span> spans = new ArrayList<>(0);

    /** The events, those that are traced as part of a new span each. */
    List<IncomingEvent> start(List<Received> received) {
        List<IncomingEvent> events = new ArrayList<>(received.size());
        for (Received one : received) {
            IncomingEvent event = one.event();
            events.add(Traces.sampled(event.traceparent()) ? traced(event) : event);
        }
        return events;
    }

    private IncomingEvent traced(IncomingEvent event) {
        Span span = GlobalOpenTelemetry.getTracer("fi.saumaton.kit")
                .spanBuilder("process " + event.topic())
                .setParent(Traces.context(event.traceparent()))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", event.topic())
                .setAttribute("messaging.message.id", event.id().toString())
                .setAttribute("cloudevents.event_type", event.type())
                .startSpan();
        spans.add(span);
        String own = Traces.of(span.getSpanContext());
        return own == null ? event : event.withTraceparent(own);
    }

    void end(Throwable failure) {
        for (Span span : spans) {
            if (failure != null) {
                // Not its message: it may quote data.
                span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            }
            span.end();
        }
    }
}
