/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.type;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/** A kind of entries that the company has of its own, as it is read. */
@Schema(description = "A type of touchpoints that the company has defined")
record TypeView(
        @Schema(description = "The kind of its touchpoints", examples = "tyre-hotel")
        String name,

        @Schema(description = "1 for the first; each change makes a new one", examples = "1")
        int version,

        Texts titles,

        @Schema(implementation = Object.class, description = "JSON Schema, draft 2020-12")
        JsonNode schema,

        List<Shown> shown,
        Instant madeAt) {

    /** A text in the platform's languages. */
    @Schema(description = "In Finnish, Swedish and English")
    record Texts(
            @NotBlank @Size(max = 200) @Schema(examples = "Rengashotelli[: {plate}]")
            String fi,

            @NotBlank @Size(max = 200) @Schema(examples = "Däckhotell[: {plate}]")
            String sv,

            @NotBlank @Size(max = 200) @Schema(examples = "Tyre hotel[: {plate}]")
            String en) {}

    /** A field of the data that is shown with an entry, and what it is called. */
    @Schema(description = "A field of the data that is worth showing")
    record Shown(
            @NotBlank
            @Pattern(regexp = "[A-Za-z][A-Za-z0-9_]{0,59}", message = "must be the name of a field")
            @Schema(examples = "plate")
            String field,

            @NotNull @Valid Texts label) {}

    /** What an administrator defines. */
    @Schema(name = "TypeDefinition", description = "A type of touchpoints to be defined, or defined anew")
    record Definition(
            @NotNull
            @Valid
            @Schema(
                    description = "Templates: {field} is a field of the data, [part] is left out unless its fields are "
                            + "there")
            Texts titles,

            @NotNull
            @Schema(
                    implementation = Object.class,
                    description = "JSON Schema, draft 2020-12, of an object; 16 Ki characters at most. References only "
                            + "to its own $defs, patterns of RE2")
            JsonNode schema,

            @NotNull @Size(max = 20) List<@Valid @NotNull Shown> shown) {}
}
