/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A {@link Part} as a running process: start, readiness, stop, kill; its process id is kept in a file for other terminals. */
public final class PartProcess {
    private static final Duration END_PAUSE = Duration.ofMillis(50);
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);
    private static final int LOG_TAIL_LINES = 15;

    private final Part part;
    private final Path log;
    private final PidFile pidFile;
    private final Optional<Watchdog> watchdog;

    /** Without a watchdog the process outlives this JVM. */
    public PartProcess(Part part, Home home, Optional<Watchdog> watchdog) {
        this.part = part;
        this.log = home.log(part.name());
        this.pidFile = new PidFile(home.run(part.name()));
        this.watchdog = watchdog;
    }

    public Part part() {
        return part;
    }

    public Path log() {
        return log;
    }

    /** Starts it unless it runs already, and returns at once. */
    public void launch() {
        launch(_ -> {});
    }

    /** As {@link #launch()}, told what takes long. */
    public synchronized void launch(Consumer<String> progress) {
        var running = process();
        if (running.isPresent()) {
            watchdog.ifPresent(dog -> dog.watch(running.get().pid(), part.stopSignal()));
            return;
        }
        try {
            part.prepare(progress);
            var launch = part.launch();
            Files.createDirectories(log.getParent());
            Files.createDirectories(launch.directory());
            var builder = new ProcessBuilder(launch.command())
                    .directory(launch.directory().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(launch.environment());
            var process = builder.start();
            watchdog.ifPresent(dog -> dog.watch(process.pid(), part.stopSignal()));
            pidFile.write(process.toHandle());
        } catch (IOException e) {
            throw new StackException(part.name() + " does not start: " + e.getMessage(), e);
        }
    }

    public void awaitReady(Duration limit) {
        boolean ready = Await.until(limit, part.pause(), () -> {
            if (!alive()) {
                throw new StackException(part.name() + " ended while starting" + logTail());
            }
            return part.ready();
        });
        if (!ready) {
            throw new StackException(part.name() + " is not ready after " + limit.toSeconds() + " s" + logTail());
        }
        try {
            part.started();
        } catch (IOException e) {
            throw new StackException(part.name() + ": " + e.getMessage(), e);
        }
    }

    public void start(Duration limit) {
        launch();
        awaitReady(limit);
    }

    public boolean alive() {
        return pidFile.read().isPresent();
    }

    public Optional<ProcessHandle> process() {
        return pidFile.read();
    }

    /** Asks it to end, waits, and kills it when it takes longer than the patience. */
    public synchronized void stop(Duration patience) {
        var running = process();
        running.ifPresent(handle -> {
            signal(handle, part.stopSignal());
            if (Await.until(patience, END_PAUSE, () -> !handle.isAlive())) {
                ended();
            } else {
                destroy(handle);
            }
        });
        forget(running);
    }

    /** SIGKILL: the end that a power cut would be. */
    public synchronized void kill() {
        var running = process();
        running.ifPresent(PartProcess::destroy);
        forget(running);
    }

    private static void destroy(ProcessHandle handle) {
        handle.destroyForcibly();
        Await.until(KILL_PATIENCE, END_PAUSE, () -> !handle.isAlive());
    }

    private void ended() {
        try {
            part.ended();
        } catch (IOException e) {
            throw new StackException(part.name() + ": " + e.getMessage(), e);
        }
    }

    private void forget(Optional<ProcessHandle> ended) {
        ended.ifPresent(handle -> watchdog.ifPresent(dog -> dog.forget(handle.pid())));
        pidFile.delete();
    }

    private static void signal(ProcessHandle handle, StopSignal signal) {
        if (signal == StopSignal.TERM) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StackException("kill does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while stopping", e);
        }
    }

    private String logTail() {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            var tail = lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size());
            return "; the end of " + log + ":\n  " + String.join("\n  ", tail);
        } catch (IOException e) {
            return "; no log at " + log;
        }
    }
}
