/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text in the three languages of the pages. */
@Schema(description = "A text in Finnish, Swedish and English")
public record Texts(
        @NotBlank @Size(max = 300) String fi,
        @NotBlank @Size(max = 300) String sv,
        @NotBlank @Size(max = 300) String en) {}
