/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.List;
import java.util.Map;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a message to a customer is made of. The message's text is readable beside it, whatever it is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Content.Template.class, name = "template"),
    @JsonSubTypes.Type(value = Content.Choices.class, name = "choices")
})
public sealed interface Content {
    /** Free text. */
    @RegisterForReflection
    record Text() implements Content {}

    /**
     * A text that the provider has approved beforehand.
     *
     * @param language as the provider writes it, such as {@code fi} or {@code en_US}
     * @param parameters by name; those that are only counted are named {@code 1}, {@code 2}…
     */
    @RegisterForReflection
    record Template(String name, String language, Map<String, String> parameters) implements Content {
        public Template {
            parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
        }
    }

    /** The message's text, and what the customer can choose with one touch. */
    @RegisterForReflection
    record Choices(List<Option> options) implements Content {
        public Choices {
            options = List.copyOf(options);
        }
    }

    /** {@code id} comes back with the choice; {@code description} may be null. */
    @RegisterForReflection
    record Option(String id, String title, String description) {}

    static Content text() {
        return new Text();
    }
}
