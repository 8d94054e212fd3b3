/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who said it.
 *
 * @param type {@code customer}, {@code agent}, {@code bot} or {@code system}
 * @param id an agent's {@code sub}; null for customers, who are known by their handles
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record Author(String type, String id, String name) {
    /** An agent, not a program. */
    @JsonIgnore
    public boolean isPerson() {
        return "agent".equals(type);
    }

    public static Author customer(String name) {
        return new Author("customer", null, name);
    }

    public static Author agent(String id, String name) {
        return new Author("agent", id, name);
    }

    public static Author system() {
        return new Author("system", null, null);
    }
}
