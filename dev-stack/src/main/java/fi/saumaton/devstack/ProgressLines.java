/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Progress as lines on a terminal, with a sign of life while a part takes long. */
final class ProgressLines implements Progress {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final PrintStream out;
    private final long begun = System.nanoTime();
    private final Map<String, String> waiting = new TreeMap<>();
    private long lastLine = begun;

    ProgressLines(PrintStream out) {
        this.out = out;
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())
                .scheduleAtFixedRate(this::signOfLife, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void starting(String part) {
        waiting.put(part, "");
    }

    @Override
    public synchronized void note(String part, String text) {
        waiting.put(part, text);
        line(part, text);
    }

    @Override
    public synchronized void ready(String part, Duration took) {
        waiting.remove(part);
        line(part, "ready after %.1f s".formatted(took.toMillis() / 1000.0));
    }

    @Override
    public synchronized void stopping(String part, boolean slow) {
        waiting.remove(part);
        line(part, slow ? "stops, and writes a cache for quicker starts (once per build; Ctrl-C skips it)" : "stops");
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void line(String part, String text) {
        lastLine = System.nanoTime();
        out.printf("  %4d s  %-18s %s%n", elapsed().toSeconds(), part, text);
    }

    private synchronized void signOfLife() {
        if (!waiting.isEmpty() && System.nanoTime() - lastLine > SIGN_OF_LIFE.toNanos()) {
            var parts = waiting.entrySet().stream()
                    .map(entry ->
                            entry.getValue().isEmpty() ? entry.getKey() : entry.getKey() + ": " + entry.getValue())
                    .collect(Collectors.joining("; "));
            line("…", "waiting for " + parts);
        }
    }
}
