/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A published event changes only additively: what {@code contracts/compatibility.json} has of it stays as it is. */
class CompatibilityTest {

    private static final String EVENT = "fi.saumaton.saw.sold.v1";
    private static final Path COMMITTED = Contracts.FOLDER.resolve("compatibility.json");
    private static final Path PROPOSED = Path.of("target", "contracts", "compatibility.json");

    private final Promises promised = Promises.read(Contracts.json(COMMITTED));
    private final Promises now =
            Promises.ofSchemas(Contracts.files(Contracts.FOLDER.resolve("events"), ".schema.json"));

    @Test
    void noEventTakesBackWhatItPromised() {
        assertEquals(
                List.of(), promised.brokenBy(now), "Readers rely on this: publish a new version beside the old one");
    }

    @Test
    void whatIsNewIsWrittenDown() throws IOException {
        Promises all = promised.with(now);
        if (!all.equals(promised)) {
            Files.createDirectories(PROPOSED.getParent());
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(PROPOSED.toFile(), all.byEvent());
        }
        assertEquals(
                promised,
                all,
                () -> "New promises: copy " + PROPOSED.toAbsolutePath() + " to contracts/compatibility.json");
    }

    @Test
    void anOptionalPropertyAndANewEventAreAdditions() {
        Promises before = event(Map.of("product", "string, always"));

        assertEquals(List.of(), before.brokenBy(event(Map.of("product", "string, always", "note", "string"))));
        assertEquals(List.of(), new Promises(Map.of()).brokenBy(before));
        assertEquals(
                List.of(),
                before.brokenBy(
                        event(Map.of("product", "string, always", "shop", "object", "shop.id", "string, always"))));
    }

    @Test
    void everythingElseBreaksThePromise() {
        Promises before = event(Map.of("product", "string, always", "state", "string one of new|used"));

        assertEquals(
                List.of(EVENT + " product: was \"string, always\", is gone"),
                before.brokenBy(event(Map.of("state", "string one of new|used"))));
        assertEquals(
                List.of(EVENT + " product: was \"string, always\", is \"string\""),
                before.brokenBy(event(Map.of("product", "string", "state", "string one of new|used"))));
        assertEquals(
                List.of(EVENT + " state: was \"string one of new|used\", is \"string one of used\""),
                before.brokenBy(event(Map.of("product", "string, always", "state", "string one of used"))));
        assertEquals(
                List.of(EVENT + " price: new, and earlier events lack it"),
                before.brokenBy(event(Map.of(
                        "product", "string, always", "state", "string one of new|used", "price", "integer, always"))));
        assertEquals(2, before.brokenBy(new Promises(Map.of())).size());
    }

    @Test
    void writingDownWhatIsNewForgetsNothing() {
        Promises before = event(Map.of("product", "string, always"));
        Promises after = event(Map.of("product", "integer", "note", "string"));

        assertEquals(event(Map.of("product", "string, always", "note", "string")), before.with(after));
    }

    private static Promises event(Map<String, String> properties) {
        return new Promises(Map.of(EVENT, properties));
    }
}
