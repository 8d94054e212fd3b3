/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.condition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;

/**
 * What conditions may speak of: variables, each of a {@link Kind} or of a shape, that is, fields by name. In a situation a
 * shape is a map that has <em>all</em> of its fields; a condition that misspells one is refused when it is compiled.
 */
public final class Vocabulary {
    private final Map<String, CelType> variables = new LinkedHashMap<>();
    private final Map<String, StructType> shapes = new LinkedHashMap<>();

    /** Plain kinds of values: {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code Instant}. */
    public enum Kind {
        TEXT(SimpleType.STRING),
        WHOLE(SimpleType.INT),
        NUMBER(SimpleType.DOUBLE),
        YES_NO(SimpleType.BOOL),
        TIME(SimpleType.TIMESTAMP);

        private final CelType type;

        Kind(CelType type) {
            this.type = type;
        }
    }

    /** Declares a shape. */
    public Vocabulary shape(String name, Map<String, Kind> fields) {
        var types = new LinkedHashMap<String, CelType>();
        fields.forEach((field, kind) -> types.put(field, kind.type));
        shapes.put(
                name,
                StructType.create(
                        name, ImmutableSet.copyOf(types.keySet()), field -> Optional.ofNullable(types.get(field))));
        return this;
    }

    public Vocabulary variable(String name, Kind kind) {
        variables.put(name, kind.type);
        return this;
    }

    /** A variable of a shape. */
    public Vocabulary one(String name, String shape) {
        variables.put(name, known(shape));
        return this;
    }

    /** A list of a shape. */
    public Vocabulary list(String name, String shape) {
        variables.put(name, ListType.create(known(shape)));
        return this;
    }

    Map<String, CelType> variables() {
        return variables;
    }

    private CelType known(String shape) {
        if (!shapes.containsKey(shape)) {
            throw new IllegalArgumentException("There is no shape " + shape);
        }
        return StructTypeReference.create(shape);
    }

    CelTypeProvider types() {
        var byName = Map.copyOf(shapes);
        return new CelTypeProvider() {
            @Override
            public ImmutableCollection<CelType> types() {
                return ImmutableList.copyOf(byName.values());
            }

            @Override
            public Optional<CelType> findType(String name) {
                return Optional.ofNullable(byName.get(name));
            }
        };
    }
}
