/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.contracts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** problems.yaml lists exactly the problems that the code answers with, under the same status. */
class ProblemsTest {

    private static final Pattern ENUM = Pattern.compile("enum\\s+\\w+\\s+implements\\s+[^{]*\\bProblemType\\b");
    private static final Pattern CONSTANT =
            Pattern.compile("^\\s+[A-Z][A-Z0-9_]*\\(\\s*\"([a-z0-9-]+)\",\\s*(\\d{3})\\b", Pattern.MULTILINE);
    private static final JsonNode PROBLEMS = Contracts.yaml("problems.yaml").get("problems");

    @Test
    void listsTheProblemsOfTheCode() {
        Map<String, Integer> listed = new TreeMap<>();
        PROBLEMS.properties()
                .forEach(problem -> listed.put(
                        problem.getKey(), problem.getValue().get("status").asInt()));

        Contracts.assertSame(inCode().entrySet(), "the code", listed.entrySet(), "problems.yaml");
    }

    @Test
    void saysEachOneInThreeLanguagesAndWhenItOccurs() {
        PROBLEMS.properties().forEach(problem -> {
            for (String language : List.of("fi", "sv", "en")) {
                assertTrue(
                        !problem.getValue()
                                .path("title")
                                .path(language)
                                .asText()
                                .isBlank(),
                        () -> problem.getKey() + " has no title in " + language);
            }
            assertTrue(
                    !problem.getValue().path("when").asText().isBlank(),
                    () -> problem.getKey() + " does not say when it occurs");
        });
    }

    private static Map<String, Integer> inCode() {
        Map<String, Integer> statusBySlug = new TreeMap<>();
        Stream.concat(Stream.of("service-kit"), Contracts.SERVICES.stream())
                .flatMap(module ->
                        Contracts.files(Contracts.ROOT.resolve(module).resolve("src/main/java"), ".java").stream())
                .forEach(file -> read(file, statusBySlug));
        return statusBySlug;
    }

    private static void read(Path file, Map<String, Integer> statusBySlug) {
        String source = Contracts.text(file);
        if (!ENUM.matcher(source).find()) {
            return;
        }
        List<MatchResult> constants = CONSTANT.matcher(source).results().toList();
        assertTrue(!constants.isEmpty(), () -> file + ": write each problem as NAME(\"slug\", status)");
        for (MatchResult constant : constants) {
            Integer before = statusBySlug.put(constant.group(1), Integer.valueOf(constant.group(2)));
            assertTrue(before == null, () -> constant.group(1) + " is defined twice, the second time in " + file);
        }
    }
}
