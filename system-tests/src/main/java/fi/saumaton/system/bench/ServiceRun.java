/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import fi.saumaton.devstack.Platform;

/** One service, run as its image runs it (deploy/images), in a folder of its own. */
final class ServiceRun {
    /** What a pod may take; the JVM sizes its heap by it. */
    private static final String LIKE_A_POD = "-XX:MaxRAM=1g";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path root;
    private final Path folder;
    private final List<String> settings;

    /**
     * A start.
     *
     * @param cpu seconds of all processors until it was ready
     * @param seconds until it was ready
     * @param megabytes resident when it had been idle
     */
    record Start(double cpu, double seconds, double megabytes) {
        Start orBetter(Start other) {
            return new Start(Math.min(cpu, other.cpu), Math.min(seconds, other.seconds), megabytes);
        }
    }

    ServiceRun(Path root, Path folder, String service, Platform platform) throws IOException {
        this.root = root;
        this.folder = folder;
        copy(root.resolve(service).resolve("target/quarkus-app"), folder);
        var database = service.replace("-service", "").replace("channel-", "");
        this.settings = List.of(
                "-Dsaumaton.db.url=" + platform.jdbcUrl(database).replaceFirst("^jdbc:", ""),
                "-Dkafka.bootstrap.servers=" + platform.kafka(),
                "-Dsaumaton.oidc.url=http://127.0.0.1:1/realms/saumaton");
    }

    /** CPU seconds of the init container. */
    double migrate() throws IOException, InterruptedException {
        var process = launch(List.of("-Dquarkus.init-and-exit=true"));
        var cpu = 0.0;
        while (!process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            cpu = Math.max(cpu, cpu(process));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("The migrations of " + folder.getFileName() + " fail, see " + log());
        }
        return cpu;
    }

    /** The cache that the image gets, by the image's own training. */
    Path train() throws IOException, InterruptedException {
        var images = root.resolve("deploy/images");
        var training = new ProcessBuilder(
                        java(),
                        images.resolve("Train.java").toString(),
                        java(),
                        images.resolve("jvm.options").toString(),
                        folder.toString(),
                        "app.aot")
                .inheritIO()
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        training.environment().put("JDK_AOT_VM_OPTIONS", "-Xmx2g");
        if (training.start().waitFor() != 0) {
            throw new IllegalStateException("The training fails");
        }
        return folder.resolve("app.aot");
    }

    Start start(List<String> options, Duration idle) throws IOException, InterruptedException {
        var port = freePort();
        var all = new ArrayList<>(options);
        all.add("-Dquarkus.flyway.migrate-at-start=false");
        all.add("-Dquarkus.http.port=" + port);
        var begun = System.nanoTime();
        var process = launch(all);
        try {
            awaitReady(process, port);
            var seconds = (System.nanoTime() - begun) / 1e9;
            var cpu = cpu(process);
            process.waitFor(idle.toMillis(), TimeUnit.MILLISECONDS);
            return new Start(cpu, seconds, resident(process));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Process launch(List<String> options) throws IOException {
        var command = new ArrayList<>(List.of(java(), "@" + root.resolve("deploy/images/jvm.options"), LIKE_A_POD));
        command.addAll(options);
        command.addAll(settings);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private void awaitReady(Process process, int port) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready(request)) {
            if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IllegalStateException(folder.getFileName() + " does not become ready, see " + log());
            }
        }
    }

    private boolean ready(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static double cpu(Process process) {
        return ProcessCpu.of(process.pid()).toMillis() / 1e3;
    }

    /** As Linux and macOS tell it. */
    private static double resident(Process process) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        return Double.parseDouble(new String(ps.getInputStream().readAllBytes()).strip()) / 1024;
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** With the files' times, since the cache is checked against them. */
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                    Files.setLastModifiedTime(
                            target,
                            FileTime.from(Files.getLastModifiedTime(file).toInstant()));
                }
            }
        }
    }

    static void forget(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
