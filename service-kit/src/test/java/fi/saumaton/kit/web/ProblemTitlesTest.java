/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ProblemTitlesTest {

    private final ProblemTitles titles = new ProblemTitles();

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void everyCommonProblemHasATitleInEachLanguage(CommonProblem problem) {
        assertEquals(Set.of("fi", "sv", "en"), titles.of(problem.slug()).keySet(), problem.slug());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "fi,fi",
                "'sv-FI,fi;q=0.9',sv",
                "'de,fi;q=0.3,en;q=0.8',en",
                "de,en",
                "*,en",
                "-,en",
                "';;',en",
                "'fi;q=2',en"
            })
    void languageIsTheReadersFirstOfOurs(String header, String language) {
        assertEquals(language, ProblemTitles.language(header));
    }

    @Test
    void unknownStatusIsOfItsClass() {
        assertEquals(CommonProblem.BAD_REQUEST, CommonProblem.ofStatus(418));
        assertEquals(CommonProblem.INTERNAL, CommonProblem.ofStatus(508));
        assertEquals(CommonProblem.INVALID, CommonProblem.ofStatus(422));
    }
}
