/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Who listens on a port, as far as the system tells us: Linux by /proc, elsewhere by lsof. */
final class PortOwner {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    private PortOwner() {}

    static String of(int port) {
        var pid = Files.isReadable(PROC.resolve("net/tcp")) ? linux(port) : lsof(port);
        return pid.isEmpty() ? "a program that the system does not name (another user's?)" : describe(pid.getAsLong());
    }

    private static String describe(long pid) {
        var command = ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine().or(info::command))
                .map(line -> line.length() > 120
                        ? line.substring(0, 50) + " … " + line.substring(line.length() - 70)
                        : line);
        return "process " + pid + command.map(line -> ": " + line).orElse("");
    }

    private static OptionalLong linux(int port) {
        return Stream.of("net/tcp", "net/tcp6")
                .map(table -> inode(PROC.resolve(table), port))
                .flatMap(Optional::stream)
                .mapToLong(PortOwner::holder)
                .filter(pid -> pid > 0)
                .findFirst();
    }

    /** Columns: number, local address:port in hexadecimal, remote, state, …, inode as the tenth. */
    private static Optional<String> inode(Path table, int port) {
        var wanted = ":%04X".formatted(port);
        try (var lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length > 9 && words[1].endsWith(wanted) && words[3].equals(LISTENING))
                    .map(words -> words[9])
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long holder(String inode) {
        var wanted = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> holds(pid, wanted))
                .findFirst()
                .orElse(-1);
    }

    private static boolean holds(long pid, String socket) {
        try (var files = Files.list(PROC.resolve(pid + "/fd"))) {
            return files.anyMatch(file -> socket.equals(target(file)));
        } catch (IOException e) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static OptionalLong lsof(int port) {
        try {
            var lsof = new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t").start();
            var pids = new String(lsof.getInputStream().readAllBytes()).lines().toList();
            return pids.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(pids.getFirst()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
