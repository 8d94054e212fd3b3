/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.util.Map;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Says in every service's OpenAPI what the parameters mean that mean the same everywhere. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ConventionalParameters implements OASFilter {

    private static final Map<String, String> MEANINGS = Map.of(
            "after", "Where the page before ended: its next",
            "limit", "How many at most in one page",
            "If-Match", "The ETag of what was read; 412 when somebody has changed it since",
            "Idempotency-Key",
                    "Made up by the caller, the same at every repetition: what was done once is not done again");

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getDescription() == null && parameter.getName() != null) {
            parameter.setDescription(MEANINGS.get(parameter.getName()));
        }
        return parameter;
    }
}
