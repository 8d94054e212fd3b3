/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A load running in a JVM of its own. */
final class LoadProcess {

    private final Process process;
    private final BufferedWriter brake;

    private LoadProcess(Process process, BufferedWriter brake) {
        this.process = process;
        this.brake = brake;
    }

    static LoadProcess start(LoadSpec spec) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(
                        java,
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Load.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var brake = process.outputWriter(StandardCharsets.UTF_8);
        brake.write(Load.JSON.writeValueAsString(spec));
        brake.newLine();
        brake.flush();
        return new LoadProcess(process, brake);
    }

    boolean running() {
        return process.isAlive();
    }

    /** Tells a mixed load how many of its messages have reached the timeline. */
    void stored(long messages) {
        try {
            brake.write(Long.toString(messages));
            brake.newLine();
            brake.flush();
        } catch (IOException ended) {
            // It has finished between two looks at it.
        }
    }

    LoadResult result() throws InterruptedException {
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var last = output.lines().reduce((earlier, later) -> later);
            process.waitFor();
            return Load.JSON.readValue(
                    last.orElseThrow(() -> new IllegalStateException("the load ended without a result")),
                    LoadResult.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LoadResult run(LoadSpec spec) throws IOException, InterruptedException {
        return start(spec).result();
    }

    void end() {
        process.destroyForcibly();
    }
}
