/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The rules that come with the platform, as the migration has them. */
final class Defaults {
    private Defaults() {}

    static JourneyRules rules() {
        try {
            var sql = Files.readString(Path.of("src/main/resources/db/migration/V061__journey.sql"));
            var json = sql.substring(sql.indexOf("'{") + 1, sql.lastIndexOf("}'") + 1)
                    .replace("''", "'");
            return new ObjectMapper().readValue(json, JourneyRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
