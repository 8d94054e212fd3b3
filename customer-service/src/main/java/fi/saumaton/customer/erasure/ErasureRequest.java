/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.util.Locale;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a customer is to be erased. */
record ErasureRequest(@NotNull Reason reason) {
    /** A code, never a text: in a text there would be a name. */
    @Schema(
            name = "ErasureReason",
            description = "request: the person asked for it; retention: kept long enough; mistake: never a customer")
    enum Reason {
        @JsonProperty("request")
        REQUEST,
        @JsonProperty("retention")
        RETENTION,
        @JsonProperty("mistake")
        MISTAKE
    }

    String code() {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
