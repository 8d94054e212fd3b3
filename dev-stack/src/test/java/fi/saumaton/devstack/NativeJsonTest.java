/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fi.saumaton.devstack.process.StackException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class NativeJsonTest {
    /** Quarkus's annotation, as far as it is looked at. */
    private static final String ANNOTATION = """
            package io.quarkus.runtime.annotations;
            public @interface RegisterForReflection {
                Class<?>[] targets() default {};
                String[] classNames() default {};
            }
            """;

    @TempDir
    private Path sources;

    @Test
    void whatIsReadIsMissedWithItsPartsAlsoThroughMethodsOfOurs() throws IOException {
        write("""
                record Order(java.util.List<Line> lines) {}
                record Line(String product) {}
                <T> T read(String json, Class<T> type) throws Exception {
                    return new com.fasterxml.jackson.databind.ObjectMapper().readValue(json, type);
                }
                Order order() throws Exception { return read("{}", Order.class); }
                """);

        assertEquals(Set.of("fi.saumaton.shop.Shop$Line", "fi.saumaton.shop.Shop$Order"), faults().missing());
    }

    @Test
    void whatIsWrittenIsMissedAlsoInCollectionsAndBehindAnything() throws IOException {
        write("""
                record Row(int number) {}
                record Letter(Object content) {}
                record Greeting(String word) {}
                String write(Object any) throws Exception {
                    return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(any);
                }
                String rows() throws Exception { return write(java.util.Map.of("rows", java.util.List.of(new Row(1)))); }
                Letter letter() { return new Letter(new Greeting("hei")); }
                """);

        assertEquals(Set.of("fi.saumaton.shop.Shop$Greeting", "fi.saumaton.shop.Shop$Row"), faults().missing());
    }

    @Test
    void whatIsRegisteredIsKnownByNameByTargetAndByItsOwnAnnotation() throws IOException {
        write("""
                @io.quarkus.runtime.annotations.RegisterForReflection record Own(int a) {}
                record Named(int a) {}
                record Target(int a) {}
                @io.quarkus.runtime.annotations.RegisterForReflection(
                    targets = Target.class, classNames = {"fi.saumaton.shop.Shop$Named", "fi.saumaton.shop.Shop$Old"})
                interface Registered {}
                Object all() {
                    var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
                    return mapper.valueToTree(java.util.Map.of("a", new Own(1))).toString()
                        + mapper.valueToTree(new Named(1)) + mapper.valueToTree(new Target(1));
                }
                """);

        assertEquals(new NativeJson.Faults(Set.of(), Set.of("fi.saumaton.shop.Shop$Old")), faults());
    }

    @Test
    void whatNobodyWritesNeedsNothing() throws IOException {
        write("record Place(int row) {} int row(Place place) { return place.row(); }");

        assertEquals(new NativeJson.Faults(Set.of(), Set.of()), faults());
    }

    @Test
    void sourcesThatDoNotCompileAreNotPassed() throws IOException {
        write("Unknown unknown() { return null; }");

        assertThrows(StackException.class, this::faults);
    }

    private NativeJson.Faults faults() {
        return NativeJson.faults(sources);
    }

    private void write(String members) throws IOException {
        Files.writeString(sources.resolve("RegisterForReflection.java"), ANNOTATION);
        Files.writeString(sources.resolve("Shop.java"), "package fi.saumaton.shop; class Shop {" + members + "}");
    }
}
