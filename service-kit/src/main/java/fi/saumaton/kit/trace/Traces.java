/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** Reads and writes W3C {@code traceparent} values ({@code 00-<trace id>-<span id>-<flags>}). */
public final class Traces {

    private static final int LENGTH = 55;
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;

    private Traces() {}

    /** The current span as {@code traceparent}; {@code null} when there is none or it isn't sampled. */
    public static String current() {
        return of(Span.current().getSpanContext());
    }

    /** The span as {@code traceparent}; {@code null} when it is invalid or not sampled. */
    public static String of(SpanContext span) {
        if (!span.isValid() || !span.isSampled()) {
            return null;
        }
        return "00-" + span.getTraceId() + '-' + span.getSpanId() + '-'
                + span.getTraceFlags().asHex();
    }

    /** Whether the value belongs to a trace that is being recorded: the only case in which spans are made. */
    public static boolean sampled(String traceparent) {
        SpanContext parent = parent(traceparent);
        return parent.isValid() && parent.isSampled();
    }

    /** The value as the remote parent of new spans; an invalid one for {@code null} or an unreadable value. */
    public static SpanContext parent(String traceparent) {
        if (traceparent == null || traceparent.length() < LENGTH) {
            return SpanContext.getInvalid();
        }
        return SpanContext.createFromRemoteParent(
                traceparent.substring(TRACE_ID, SPAN_ID - 1),
                traceparent.substring(SPAN_ID, FLAGS - 1),
                flags(traceparent),
                TraceState.getDefault());
    }

    /** A context whose current span is the value's; for {@code SpanBuilder.setParent}. */
    public static Context context(String traceparent) {
        return Context.root().with(Span.wrap(parent(traceparent)));
    }

    private static TraceFlags flags(String traceparent) {
        int low = Character.digit(traceparent.charAt(FLAGS + 1), 16);
        return low >= 0 && (low & 1) == 1 ? TraceFlags.getSampled() : TraceFlags.getDefault();
    }
}
