/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.time.Instant;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** The frames that the server sends; see docs of the stream for their meaning. */
final class Frames {
    static final String PING = "{\"type\":\"ping\"}";

    private Frames() {}

    static String hello(String recipient, long sequence) {
        return "{\"type\":\"hello\",\"recipient\":" + quoted(recipient) + ",\"sequence\":" + sequence + "}";
    }

    static String event(StreamEvent event) {
        return "{\"type\":\"event\",\"sequence\":" + event.sequence() + ",\"kind\":" + quoted(event.kind()) + ",\"at\":"
                + quoted(event.at().toString()) + ",\"data\":" + event.data() + "}";
    }

    /** Without a number: it is no event, and is not repeated. */
    static String signal(StreamSignal signal) {
        return "{\"type\":\"signal\",\"kind\":" + quoted(signal.kind()) + ",\"data\":" + signal.data() + "}";
    }

    /** What the client has cannot be completed: it fetches its state anew over REST and goes on after {@code sequence}. */
    static String refetch(long sequence) {
        return "{\"type\":\"refetch\",\"sequence\":" + sequence + "}";
    }

    /** The token ends soon: a {@code token} frame with a fresh one keeps the socket open. */
    static String tokenExpiring(Instant at) {
        return "{\"type\":\"token-expiring\",\"expiresAt\":" + quoted(at.toString()) + "}";
    }

    static String problem(String slug, String detail) {
        return "{\"type\":\"problem\",\"problem\":" + quoted("urn:saumaton:problem:" + slug) + ",\"detail\":"
                + quoted(detail) + "}";
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
