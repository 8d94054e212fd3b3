/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.event;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/**
 * The data of events, read into and written from records. Unknown properties are ignored, absent optional ones are left
 * out, times are ISO-8601 in UTC.
 */
@ApplicationScoped
public class EventJson {

    private final ObjectMapper mapper;
    private final Validator validator;
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    /** What is known of a class once and for all, so that an event costs no lookup by reflection. */
    private record Shape(ObjectReader reader, boolean constrained) {}

    EventJson(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The event's data as a record.
     *
     * @throws MalformedEventException when it is unreadable or breaks the record's constraints
     */
    public <T> T read(IncomingEvent event, Class<T> type) {
        Shape shape = shapes.computeIfAbsent(type, this::shape);
        T data = parse(event, shape.reader());
        if (data == null) {
            throw new MalformedEventException("No data in " + event.type());
        }
        if (shape.constrained()) {
            check(event, data);
        }
        return data;
    }

    /** The data as UTF-8 JSON. */
    public byte[] write(Object data) {
        try {
            return mapper.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Not writable as JSON: " + data.getClass().getName(), e);
        }
    }

    private Shape shape(Class<?> type) {
        return new Shape(
                mapper.readerFor(type), validator.getConstraintsForClass(type).isBeanConstrained());
    }

    private static <T> T parse(IncomingEvent event, ObjectReader reader) {
        try {
            return reader.readValue(event.data());
        } catch (IOException e) {
            throw new MalformedEventException("Unreadable data in " + event.type(), e);
        }
    }

    private <T> void check(IncomingEvent event, T data) {
        Set<ConstraintViolation<T>> violations = validator.validate(data);
        if (!violations.isEmpty()) {
            throw new MalformedEventException(event.type() + " breaks its rules: "
                    + violations.stream()
                            .map(v -> v.getPropertyPath() + " " + v.getMessage())
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }
}
