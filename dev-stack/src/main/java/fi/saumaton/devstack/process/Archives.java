/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks programs once for the project. A folder that exists is whole: it is filled beside and then renamed. */
public final class Archives {
    private static final Object ONE_IN_THIS_JVM = new Object();

    private Archives() {}

    /** Fills a folder that is still empty. */
    public interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** Does nothing when the folder exists. Other processes that want the same folder wait. */
    public static void once(Path folder, Filling filling) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        var lock = folder.resolveSibling(folder.getFileName() + ".lock");
        synchronized (ONE_IN_THIS_JVM) {
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                if (Files.isDirectory(folder)) {
                    return;
                }
                var half = folder.resolveSibling(folder.getFileName() + ".half");
                Home.delete(half);
                Files.createDirectories(half);
                filling.fill(half);
                Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Unpacks an uncompressed tar stream, leaving out the given number of leading folders of each name. */
    public static void untar(InputStream stream, Path target, int leadingFolders) throws IOException {
        var tar = new TarArchiveInputStream(stream);
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var name = Path.of(entry.getName()).normalize();
            if (name.getNameCount() > leadingFolders) {
                write(tar, entry, target, name.subpath(leadingFolders, name.getNameCount()));
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path target, Path name) throws IOException {
        var file = target.resolve(name).normalize();
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
