/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * Answers a query parameter that cannot be read ({@code ?limit=abc}) with {@code invalid}, like one that is out of range.
 * JAX-RS says 404, which is right only for what stands in the path.
 */
@Provider
class QueryParameters implements ParamConverterProvider {

    private static final Reading WHOLE_NUMBER = new Reading("a whole number", Integer::valueOf);
    private static final Reading LONG_NUMBER = new Reading("a whole number", Long::valueOf);
    private static final Map<Class<?>, Reading> READINGS = Map.of(
            int.class, WHOLE_NUMBER,
            Integer.class, WHOLE_NUMBER,
            long.class, LONG_NUMBER,
            Long.class, LONG_NUMBER,
            UUID.class, new Reading("a UUID", UUID::fromString));

    private final CurrentVertxRequest request;

    QueryParameters(CurrentVertxRequest request) {
        this.request = request;
    }

    /** How a type is read, and what a client is told when it cannot be. */
    private record Reading(String expected, Function<String, Object> reader) {}

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Reading reading = READINGS.get(type);
        boolean isQuery = Stream.of(annotations).anyMatch(one -> one instanceof QueryParam || one instanceof RestQuery);
        return reading == null || !isQuery ? null : (ParamConverter<T>) new Converter(reading);
    }

    private final class Converter implements ParamConverter<Object> {
        private final Reading reading;

        Converter(Reading reading) {
            this.reading = reading;
        }

        @Override
        public Object fromString(String text) {
            try {
                return reading.reader().apply(text);
            } catch (IllegalArgumentException e) {
                throw new UnreadableParameterException(name(text), reading.expected());
            }
        }

        @Override
        public String toString(Object value) {
            return String.valueOf(value);
        }
    }

    /** JAX-RS does not tell which one it is reading; the request does. */
    private String name(String text) {
        return request.getCurrent().queryParams().entries().stream()
                .filter(parameter -> parameter.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
