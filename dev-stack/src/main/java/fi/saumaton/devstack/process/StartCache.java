/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A program's AOT cache: what a JVM learnt in one run, used by the next ones to start in less time. Its name says for which
 * JVM, options and jars it was made, so one that does not fit is never used.
 */
public final class StartCache {
    /** What to do about caches. */
    public enum Policy {
        /** Start as in production. */
        NONE,
        /** Use one that fits. */
        USE,
        /** Use one that fits; where there is none, let this run make one, at its end. */
        MAKE
    }

    private static final int KEPT = 2;
    private static final Duration LEFT_AFTER = Duration.ofHours(1);
    private static final List<String> QUIET = List.of("-Xlog:aot=error", "-Xlog:cds=error");

    private final Policy policy;
    private final Path folder;
    private final String name;
    private final List<String> javaOptions;
    private final List<Path> programFiles;
    private Path cache;
    private Path training;

    /**
     * The cache of one program.
     *
     * @param javaOptions all other options of its JVM
     * @param programFiles files or folders that hold all its classes
     */
    public StartCache(Home home, String name, Policy policy, List<String> javaOptions, List<Path> programFiles) {
        this.policy = policy;
        this.folder = home.project().resolve(".dev/start-caches");
        this.name = name;
        this.javaOptions = List.copyOf(javaOptions);
        this.programFiles = List.copyOf(programFiles);
    }

    /** The JVM's options, the cache's among them. */
    public List<String> options() {
        if (policy == Policy.NONE) {
            return javaOptions;
        }
        cache = folder.resolve(name + "-" + key() + ".aot");
        if (Files.exists(cache)) {
            return with("-XX:AOTCache=" + cache);
        }
        if (policy == Policy.USE) {
            return javaOptions;
        }
        training = folder.resolve(name + "-training-" + UUID.randomUUID());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with("-XX:AOTCacheOutput=" + training);
    }

    private List<String> with(String option) {
        return Lists.concat(javaOptions, Lists.concat(QUIET, List.of(option)));
    }

    /** The cache is made by a second JVM, which would be slow with the memory of the first. */
    public Map<String, String> environment() {
        return training() ? Map.of("JDK_AOT_VM_OPTIONS", "-Xmx2g") : Map.of();
    }

    /** Whether the program will take long to end, since it writes its cache then. */
    public boolean training() {
        return training != null;
    }

    /** Keeps what the run has learnt; the program has ended in good order. */
    public void settle() throws IOException {
        if (training != null && Files.exists(training)) {
            Files.move(training, cache, StandardCopyOption.ATOMIC_MOVE);
            forgetOld();
        }
        training = null;
    }

    /** Older caches, and what runs that were killed have left. */
    private void forgetOld() throws IOException {
        var old = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, name + "-training-*")) {
            var longAgo = System.currentTimeMillis() - LEFT_AFTER.toMillis();
            files.forEach(file -> {
                if (modified(file) < longAgo) {
                    old.add(file);
                }
            });
        }
        try (var files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().matches(name + "-[0-9a-f]{16}\\.aot"))
                    .sorted(Comparator.comparing(StartCache::modified).reversed())
                    .skip(KEPT)
                    .forEach(old::add);
        }
        for (var file : old) {
            Files.deleteIfExists(file);
        }
    }

    private String key() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, System.getProperty("java.vm.version") + System.getProperty("java.home") + javaOptions);
            for (var file : programFiles) {
                try (var found = Files.walk(file)) {
                    found.filter(Files::isRegularFile).sorted().forEach(jar -> addJar(digest, jar));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new StackException("Cannot read the files of " + name + ": " + e.getMessage(), e);
        }
    }

    /** Every build writes its jars anew: name, size and time tell them apart, and are what the JVM checks as well. */
    private static void addJar(MessageDigest digest, Path jar) {
        add(digest, jar.toString());
        digest.update(ByteBuffer.allocate(16)
                .putLong(jar.toFile().length())
                .putLong(modified(jar))
                .flip());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }
}
