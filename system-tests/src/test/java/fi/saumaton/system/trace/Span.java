/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.trace;

import java.util.stream.Stream;

/**
 * A span as it was exported; ids in hexadecimal. The numbers are the fields of opentelemetry/proto/trace/v1/trace.proto.
 *
 * @param service who tells of it
 * @param parentId empty when it has none
 */
record Span(String service, String traceId, String id, String parentId, String name) {

    private static final int RESOURCE_SPANS = 1;
    private static final int RESOURCE = 1;
    private static final int RESOURCE_ATTRIBUTES = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;
    private static final int TRACE_ID = 1;
    private static final int SPAN_ID = 2;
    private static final int PARENT_SPAN_ID = 4;
    private static final int NAME = 5;
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int STRING_VALUE = 1;

    /** The spans of one export request. */
    static Stream<Span> read(byte[] export) {
        return new Message(export).messages(RESOURCE_SPANS).flatMap(Span::ofResource);
    }

    private static Stream<Span> ofResource(Message resourceSpans) {
        var service = serviceOf(resourceSpans);
        return resourceSpans
                .messages(SCOPE_SPANS)
                .flatMap(scope -> scope.messages(SPANS))
                .map(span -> new Span(
                        service, span.hex(TRACE_ID), span.hex(SPAN_ID), span.hex(PARENT_SPAN_ID), span.text(NAME)));
    }

    private static String serviceOf(Message resourceSpans) {
        return resourceSpans
                .messages(RESOURCE)
                .flatMap(resource -> resource.messages(RESOURCE_ATTRIBUTES))
                .filter(attribute -> attribute.text(KEY).equals("service.name"))
                .flatMap(attribute -> attribute.messages(VALUE))
                .map(value -> value.text(STRING_VALUE))
                .findFirst()
                .orElse("");
    }
}
