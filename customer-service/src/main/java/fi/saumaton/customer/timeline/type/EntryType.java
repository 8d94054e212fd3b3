/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.type;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.timeline.kind.Titles;

/** The newest version of a type, ready to check entries. */
public final class EntryType {
    private final int version;
    private final Titles titles;
    private final DataSchema schema;
    private final ObjectMapper mapper;

    EntryType(int version, Titles titles, DataSchema schema, ObjectMapper mapper) {
        this.version = version;
        this.titles = titles;
        this.schema = schema;
        this.mapper = mapper;
    }

    /** Where data break the type's schema. */
    public record Mistake(String field, String message) {}

    public int version() {
        return version;
    }

    public Titles titles() {
        return titles;
    }

    /** Where the data do not fit; empty when they do. */
    public List<Mistake> check(Map<String, Object> data) {
        return schema.check(mapper.valueToTree(data)).stream()
                .map(mistake -> new Mistake(mistake.field(), mistake.message()))
                .toList();
    }
}
