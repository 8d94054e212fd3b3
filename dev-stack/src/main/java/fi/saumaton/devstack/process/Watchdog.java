/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Ends the programs of the stack when this JVM is gone, even by SIGKILL: a shell reads their process ids from a pipe, and
 * the pipe ends with us.
 */
public final class Watchdog implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            watched=
            while read -r word signal pid; do
              case $word in
                watch) watched="$watched $signal:$pid" ;;
                forget) kept=; for w in $watched; do [ "${w#*:}" = "$pid" ] || kept="$kept $w"; done; watched=$kept ;;
              esac
            done
            for w in $watched; do kill "-${w%%:*}" "${w#*:}" 2>/dev/null; done
            round=0
            while [ $round -lt 40 ]; do
              alive=; for w in $watched; do kill -0 "${w#*:}" 2>/dev/null && alive=yes; done
              [ -n "$alive" ] || exit 0
              sleep 0.25
              round=$((round + 1))
            done
            for w in $watched; do kill -KILL "${w#*:}" 2>/dev/null; done
            """;

    private final BufferedWriter orders;

    private Watchdog(BufferedWriter orders) {
        this.orders = orders;
    }

    public static Watchdog start() {
        try {
            var shell = new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                    .directory(Path.of("/").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Watchdog(shell.outputWriter(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new StackException("/bin/sh does not start: " + e.getMessage(), e);
        }
    }

    void watch(long pid, StopSignal signal) {
        order("watch " + signal + " " + pid);
    }

    void forget(long pid) {
        order("forget - " + pid);
    }

    private synchronized void order(String line) {
        try {
            orders.write(line);
            orders.newLine();
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The watchdog of the stack is gone", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            orders.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
