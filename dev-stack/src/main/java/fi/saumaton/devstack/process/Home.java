/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where a stack lives.
 *
 * @param project the checkout: libraries come from {@code dev-stack/target}, unpacked programs go to {@code .dev}
 * @param base data, logs and process ids of this one stack
 */
public record Home(Path project, Path base) {
    public Home {
        project = project.toAbsolutePath().normalize();
        base = base.toAbsolutePath().normalize();
    }

    /** The checkout as the build tells it, else the nearest folder upwards that holds the contracts. */
    public static Path findProject() {
        var told = System.getProperty("saumaton.root");
        if (told != null) {
            return Path.of(told);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("contracts/topics.yaml"))) {
                return folder;
            }
        }
        throw new StackException("No Saumaton checkout here: set the system property saumaton.root");
    }

    /** Programs unpacked once for the project, shared by all stacks in it. */
    public Path programs() {
        return project.resolve(".dev/programs");
    }

    public Path data(String part) {
        return base.resolve("data").resolve(part);
    }

    public Path log(String part) {
        return base.resolve("logs").resolve(part + ".log");
    }

    public Path run(String part) {
        return base.resolve("run").resolve(part + ".pid");
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
