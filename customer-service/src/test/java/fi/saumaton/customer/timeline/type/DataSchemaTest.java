/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.type;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DataSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYRES = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
             "required": ["plate", "tyres"], "additionalProperties": false,
             "properties": {
               "plate": {"type": "string", "pattern": "^[A-Z]{1,3}-[0-9]{1,3}$"},
               "season": {"enum": ["summer", "winter"]},
               "until": {"type": "string", "format": "date"},
               "tyres": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/tyre"}}},
             "$defs": {"tyre": {"type": "object", "required": ["tread"],
               "properties": {"tread": {"type": "number", "minimum": 0}}}}}
            """;

    @Test
    void dataThatFitHaveNoMistakes() {
        assertEquals(List.of(), DataSchema.faults(json(TYRES)));
        assertEquals(
                List.of(),
                check("{\"plate\": \"ABC-123\", \"season\": \"winter\", \"until\": \"2026-04-01\", "
                        + "\"tyres\": [{\"tread\": 5.5}]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"tyres": [{"tread": 5}]}                                       | plate              | must be there
            {"plate": "abc", "tyres": [{"tread": 5}]}                       | plate              | must match "^[A-Z]{1,3}-[0-9]{1,3}$"
            {"plate": "A-1", "tyres": []}                                   | tyres              | must fit minItems 1
            {"plate": "A-1", "tyres": [{"tread": 5}, {"tread": "deep"}]}    | tyres[1].tread     | must be of the type "number"
            {"plate": "A-1", "tyres": [{}]}                                 | tyres[0].tread     | must be there
            {"plate": "A-1", "tyres": [{"tread": -1}]}                      | tyres[0].tread     | must fit minimum 0
            {"plate": "A-1", "tyres": [{"tread": 1}], "season": "spring"}   | season             | must be one of ["summer","winter"]
            {"plate": "A-1", "tyres": [{"tread": 1}], "until": "spring"}    | until              | must be in the format "date"
            {"plate": "A-1", "tyres": [{"tread": 1}], "colour": "black"}    | colour             | is not known to this type
            """)
    void aMistakeIsNamedByItsPlace(String data, String field, String message) {
        assertEquals(List.of(new DataSchema.Mistake(field, message)), check(data));
    }

    @Test
    void moreMistakesThanAnybodyReadsAreCutShort() {
        var tyres = IntStream.range(0, 100).mapToObj(n -> "{}").collect(Collectors.joining(",", "[", "]"));

        assertEquals(20, check("{\"plate\": \"A-1\", \"tyres\": " + tyres + "}").size());
    }

    @Test
    void moreValuesThanAnEntryHasAreRefused() {
        var tyres =
                IntStream.range(0, 2_000).mapToObj(n -> "{\"tread\": 1}").collect(Collectors.joining(",", "[", "]"));

        assertEquals(
                List.of(new DataSchema.Mistake("", "has more than 2,000 values")),
                check("{\"plate\": \"A-1\", \"tyres\": " + tyres + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": "string"}                                                             | /type
            []                                                                             | /type
            true                                                                           | /type
            {"type": "object", "$ref": "https://example.test/x.json"}                      | /$ref
            {"type": "object", "$ref": "file:///etc/passwd"}                               | /$ref
            {"type": "object", "$ref": "#"}                                                | /$ref
            {"type": "object", "$ref": "#/$defs/none"}                                     | /$ref
            {"type": "object", "$id": "https://example.test/"}                             | /$id
            {"type": "object", "$dynamicRef": "#x"}                                        | /$dynamicRef
            {"type": "object", "$schema": "http://json-schema.org/draft-07/schema#"}       | /$schema
            {"type": "object", "properties": {"a": {"pattern": "(?=x)"}}}                  | /properties/a/pattern
            {"type": "object", "properties": {"a": {"pattern": "(a)\\\\1"}}}               | /properties/a/pattern
            {"type": "object", "properties": {"a": {"pattern": "((a{100}){100}){100}"}}}   | /properties/a/pattern
            {"type": "object", "properties": {"a": {"pattern": "["}}}                      | /properties/a/pattern
            {"type": "object", "patternProperties": {"(": {}}}                             | /patternProperties/(
            {"type": "object", "properties": {"a": {"format": "hostname"}}}                | /properties/a/format
            {"type": "object", "properties": {"a/b": {"type": "text"}}}                    | /properties/a~1b/type
            {"type": "object", "required": "plate"}                                        | /required
            {"type": "object", "$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}} | /$defs/a
            {"type": "object", "properties": {"a": {"$defs": {"b": {}}}}}                  | /properties/a/$defs
            {"type": "object", "contentSchema": {}}                                        | /contentSchema
            """)
    void aSchemaThatCannotBeTrustedIsRefusedByItsPlace(String schema, String place) {
        assertEquals(
                place,
                DataSchema.faults(json(schema)).getFirst().place(),
                () -> DataSchema.faults(json(schema)).toString());
    }

    @Test
    void aSchemaThatGrowsWhenUnfoldedIsRefused() {
        var definitions = IntStream.range(0, 40)
                .mapToObj(n -> "\"d%d\": {\"allOf\": [{\"$ref\": \"#/$defs/d%d\"}, {\"$ref\": \"#/$defs/d%d\"}]}"
                        .formatted(n, n + 1, n + 1))
                .collect(Collectors.joining(","));

        var faults =
                DataSchema.faults(json("{\"type\": \"object\", \"$ref\": \"#/$defs/d0\", \"$defs\": {%s, \"d40\": {}}}"
                        .formatted(definitions)));

        assertTrue(
                faults.contains(new SchemaRule.Fault(
                        "", "has more than 500 schemas, counting each reference as what it refers to")),
                faults.toString());
    }

    @Test
    void aSchemaMayBeNeitherDeepNorLong() {
        assertEquals(
                "is more than 12 schemas deep",
                DataSchema.faults(json("{\"type\": \"object\", \"not\": ".repeat(14) + "{}" + "}".repeat(14)))
                        .getFirst()
                        .message());
        assertEquals(
                "is longer than 16 Ki characters",
                DataSchema.faults(json("{\"type\": \"object\", \"description\": \"" + "x".repeat(17_000) + "\"}"))
                        .getFirst()
                        .message());
    }

    @Test
    void aPatternThatWouldTakeForEverElsewhereTakesItsTextsTime() {
        var schema = DataSchema.of(json("{\"type\": \"object\", \"properties\": {\"a\": {\"pattern\": \"^(a+)+$\"}}}"));

        assertEquals(
                1,
                schema.check(json("{\"a\": \"" + "a".repeat(30_000) + "!\"}")).size());
    }

    private static List<DataSchema.Mistake> check(String data) {
        return DataSchema.of(json(TYRES)).check(json(data));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
