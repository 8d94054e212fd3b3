/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.keycloak;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import fi.saumaton.devstack.process.Archives;
import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.Libraries;
import fi.saumaton.devstack.process.StackException;

/** Keycloak's distribution, unpacked and built for PostgreSQL once for the project. */
final class KeycloakProgram {
    private final Path archive;
    private final Path folder;

    KeycloakProgram(Home home) {
        this.archive = new Libraries(home.project()).file("keycloak", ".tar.gz");
        this.folder = home.programs()
                .resolve(archive.getFileName()
                        .toString()
                        .replace("-quarkus-dist", "")
                        .replace(".tar.gz", ""));
    }

    String version() {
        return folder.getFileName().toString();
    }

    Path folder() {
        return folder;
    }

    Path jar() {
        return folder.resolve("lib/quarkus-run.jar");
    }

    void prepare(Consumer<String> progress) throws IOException {
        Archives.once(folder, target -> {
            progress.accept("unpacking and building it, once (about a minute)");
            try (var packed = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive), 1 << 16))) {
                Archives.untar(packed, target, 1);
            }
            build(target);
        });
    }

    private static void build(Path target) throws IOException {
        var builder = new ProcessBuilder(
                        target.resolve("bin/kc.sh").toString(),
                        "build",
                        "--db=postgres",
                        "--health-enabled=true",
                        "--metrics-enabled=true")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", String.join(" ", List.of("-XX:+UseSerialGC", "-Xmx512m")));
        var build = builder.start();
        var output = new String(build.getInputStream().readAllBytes());
        try {
            if (build.waitFor() != 0) {
                throw new StackException("Keycloak's own build fails:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while building Keycloak", e);
        }
    }
}
