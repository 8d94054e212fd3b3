/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

/** Rows as JSON, columns as PostgreSQL names them: one mapping for reading one row and for writing five hundred. */
@ApplicationScoped
public class RowJson {
    private final ObjectMapper mapper;

    RowJson(ObjectMapper mapper) {
        this.mapper = mapper.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }

    public String write(Collection<?> rows) {
        try {
            return mapper.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public <T> T read(Object json, Class<T> type) {
        try {
            return mapper.readValue((String) json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of " + type.getSimpleName() + " cannot be read", e);
        }
    }
}
