/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.erasure.ErasureProblem;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.kit.web.ProblemType;

/** What became of an import. */
@Schema(description = "Every line that was not empty, with what became of it")
record ImportAnswer(
        @Schema(
                description = "How many lines had each outcome",
                examples = "{\"recorded\": 1998, \"unchanged\": 1, \"refused\": 1}")
        Map<String, Long> outcomes,

        List<Line> lines) {

    static ImportAnswer of(List<Line> lines) {
        return new ImportAnswer(
                lines.stream().collect(Collectors.groupingBy(Line::outcome, LinkedHashMap::new, Collectors.counting())),
                lines);
    }

    /** What became of a line. */
    @Schema(name = "ImportedLine")
    record Line(
            @Schema(description = "From 1", examples = "1") int line,

            @Schema(description = "recorded, changed, unchanged, outdated or refused", examples = "recorded")
            String outcome,

            @Schema(description = "Absent when refused") UUID touchpointId,

            @Schema(description = "Why it was refused: type, detail and violations of a problem")
            Map<String, Object> problem) {

        static Line of(int number, RecordingService.Result result) {
            return switch (result.outcome()) {
                case FOREIGN ->
                    refused(number, TouchpointProblem.CONFLICT, "Another caller has recorded this entry.", Map.of());
                case CONFLICTING ->
                    refused(
                            number,
                            TouchpointProblem.CONFLICT,
                            "This system has sent other content under this external id and version before.",
                            Map.of());
                case ERASED ->
                    refused(number, ErasureProblem.ERASED, "The customer was erased after this happened.", Map.of());
                default -> new Line(number, result.outcome().code(), result.touchpointId(), null);
            };
        }

        static Line refused(int number, Problem problem) {
            return refused(number, problem.type(), problem.getMessage(), problem.parameters());
        }

        /** A line that nobody can tell what is wrong with: it must not hold up the others. */
        static Line failed(int number) {
            return refused(number, CommonProblem.INTERNAL, "This line can't be stored.", Map.of());
        }

        private static Line refused(int number, ProblemType type, String detail, Map<String, Object> parameters) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("type", type.uri().toString());
            if (detail != null) {
                problem.put("detail", detail);
            }
            problem.putAll(parameters);
            return new Line(number, "refused", null, problem);
        }
    }
}
