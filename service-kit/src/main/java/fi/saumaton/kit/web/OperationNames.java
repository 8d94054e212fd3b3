/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Gives operations that have no {@code operationId} one from method and path, since generated clients call their methods
 * by it: {@code GET /api/v1/counters/{id}} is {@code getCountersById}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OperationNames implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    if (operation.getOperationId() == null) {
                        operation.setOperationId(method.name().toLowerCase(Locale.ROOT) + words(path));
                    }
                }));
    }

    private static String words(String path) {
        return Arrays.stream(path.replaceFirst("^/api/v\\d+", "").split("/"))
                .map(segment -> segment.startsWith("{") ? "by-" + segment.substring(1, segment.length() - 1) : segment)
                .flatMap(segment -> Arrays.stream(segment.split("[^A-Za-z0-9]+")))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
