/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** An expected refusal, answered as RFC 9457 problem. The detail is read by users: no names of classes, no SQL. */
public class Problem extends RuntimeException {

    private final ProblemType type;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Problem(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** Adds a member to the problem's JSON; clients may rely on it. */
    public Problem with(String key, Object value) {
        parameters.put(key, value);
        return this;
    }

    /** Adds a header to the answer, as {@code Retry-After}. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
