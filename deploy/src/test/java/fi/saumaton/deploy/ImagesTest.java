/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The images' recipes, as far as a file says it; no container engine is needed. */
class ImagesTest {
    private static final Path IMAGES = Overlay.PROJECT.resolve("deploy/images");

    @ParameterizedTest
    @ValueSource(strings = {"Containerfile.jvm", "Containerfile.native"})
    void theImageIsNotRootAndHasNoShell(String file) throws IOException {
        var last = lastStage(file);
        assertThat(last.getFirst()).isEqualTo("FROM ${BASE}");
        assertThat(last).contains("USER 65532:65532").noneMatch(it -> it.startsWith("RUN"));
        assertThat(last)
                .filteredOn(it -> it.startsWith("ENTRYPOINT"))
                .singleElement()
                .asString()
                .startsWith("ENTRYPOINT [\"/");
    }

    /** The user of the image is the one that the pods run as. */
    @ParameterizedTest
    @EnumSource
    void podsRunAsTheImagesUser(Overlay overlay) {
        assertThat(overlay.of("Deployment"))
                .allMatch(it -> it.podTemplate()
                                .orElseThrow()
                                .at("/spec/securityContext/runAsUser")
                                .asInt()
                        == 65532);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Containerfile.jvm", "Containerfile.native"})
    void everyBaseHasAVersion(String file) throws IOException {
        assertThat(lines(file))
                .filteredOn(it -> it.startsWith("ARG") && it.contains("="))
                .filteredOn(it -> it.contains("/"))
                .isNotEmpty()
                .allMatch(it -> it.matches("ARG \\w+=[a-z0-9./-]+:[a-zA-Z0-9._-]+"))
                .noneMatch(it -> it.contains("latest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Containerfile.jvm", "Containerfile.native"})
    void theImageSaysWhatItIs(String file) throws IOException {
        var text = String.join("\n", lastStage(file));
        assertThat(List.of("title", "version", "revision", "licenses", "vendor"))
                .allMatch(label -> text.contains("org.opencontainers.image." + label + "="));
    }

    /** One file of options for training and serving: a cache made with others would be left aside. */
    @Test
    void theServiceRunsWithTheOptionsItsCacheWasMadeWith() throws IOException {
        var text = String.join("\n", lines("Containerfile.jvm"));
        assertThat(text).contains("java Train.java /opt/java-runtime/bin/java jvm.options /opt/saumaton app.aot");
        assertThat(text).contains("\"@/opt/saumaton/jvm.options\", \"-XX:AOTCache=/opt/saumaton/app.aot\"");
        assertThat(lines("jvm.options")).contains("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");
    }

    private static List<String> lastStage(String file) throws IOException {
        var lines = lines(file);
        int start = lines.size() - 1;
        while (!lines.get(start).startsWith("FROM")) {
            start--;
        }
        return lines.subList(start, lines.size());
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(IMAGES.resolve(file));
    }
}
