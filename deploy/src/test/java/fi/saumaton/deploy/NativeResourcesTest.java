/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A native executable has only the files that somebody includes; what is missing would be found out by whoever runs it. */
class NativeResourcesTest {
    private static final String INCLUDES = "quarkus.native.resources.includes";

    /** Quarkus reads these while it builds, or serves them by itself. */
    private static final List<String> BY_ITSELF = List.of(
            "application.properties",
            "META-INF/microprofile-config.properties",
            "META-INF/openapi.yaml",
            "META-INF/resources/**");

    @Test
    void everyResourceOfEveryServiceIsIncluded() throws IOException {
        for (var service : Services.all()) {
            var patterns = new ArrayList<>(BY_ITSELF);
            patterns.addAll(includes(service));
            assertThat(resources(service)).as(service.name()).isNotEmpty().allMatch(it -> matches(patterns, it));
        }
    }

    /** A service's own list takes the place of the kit's, so that it has to say the kit's again. */
    @Test
    void whatTheKitNeedsIsIncludedEverywhere() {
        var kit = List.of(Services.kit().get(INCLUDES).split(","));
        assertThat(kit).contains("db/migration/*.sql", "META-INF/saumaton/*.yaml");
        assertThat(Services.all())
                .allSatisfy(service -> assertThat(includes(service)).containsAll(kit));
    }

    /** The countries' tables of telephone numbers are files in a jar of somebody else's. */
    @Test
    void telephoneNumbersOfAllCountriesAreIncluded() {
        assertThat(includes(Services.of("customer-service"))).contains("com/google/i18n/phonenumbers/data/*");
    }

    private static List<String> includes(Services service) {
        var own = service.properties().get(INCLUDES);
        return List.of((own == null ? Services.kit().get(INCLUDES) : own).split(","));
    }

    private static List<String> resources(Services service) throws IOException {
        var folder = Services.sources(service.name()).resolve("resources");
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(it -> folder.relativize(it).toString())
                    .toList();
        }
    }

    private static boolean matches(List<String> patterns, String file) {
        return patterns.stream()
                .anyMatch(it ->
                        FileSystems.getDefault().getPathMatcher("glob:" + it).matches(Path.of(file)));
    }
}
