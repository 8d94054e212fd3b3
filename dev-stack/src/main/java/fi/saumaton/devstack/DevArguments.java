/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;

import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.PartProcess;
import fi.saumaton.devstack.process.PidFile;
import fi.saumaton.devstack.process.StackException;

/**
 * The options of {@code ./dev}.
 *
 * @param keep leave the infrastructure up at the end
 * @param offset moves every port
 */
record DevArguments(boolean keep, int offset) {
    static DevArguments of(Deque<String> words) {
        var keep = false;
        var offset = System.getenv().getOrDefault("SAUMATON_PORT_OFFSET", "0");
        while (!words.isEmpty()) {
            var word = words.pop();
            switch (word) {
                case "--keep" -> keep = true;
                case "--offset" -> offset = words.isEmpty() ? "" : words.pop();
                default -> throw new StackException("Unknown option: " + word + " (./dev help)");
            }
        }
        if (!offset.matches("\\d{1,5}") || Integer.parseInt(offset) > 40000) {
            throw new StackException("The port offset is a number from 0 to 40000, not \"" + offset + "\"");
        }
        return new DevArguments(keep, Integer.parseInt(offset));
    }

    Platform platform(Progress progress) {
        return Platform.builder()
                .portOffset(offset)
                .keepInfrastructure(keep)
                .makeStartCaches(true)
                .progress(progress)
                .build();
    }

    /** The process of {@code ./dev start}, for the other commands. */
    PidFile starter() {
        return new PidFile(base().resolve("run/dev.pid"));
    }

    /** Remembers the offset for the other commands; what a {@code --keep} has left up on other ports must go first. */
    void rememberOffset(Platform platform) throws IOException {
        var file = base().resolve("run/offset");
        var last = Files.exists(file) ? Files.readString(file).strip() : Integer.toString(offset);
        var keptUp = platform.processes().values().stream().anyMatch(PartProcess::alive);
        if (keptUp && !last.equals(Integer.toString(offset))) {
            throw new StackException("The infrastructure of a start with --offset " + last
                    + " is still up: ./dev stop, or start with that offset");
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, offset + "\n");
    }

    private static Path base() {
        return Home.findProject().resolve(".dev");
    }
}
