/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.time.Duration;

import fi.saumaton.devstack.process.Await;
import fi.saumaton.devstack.process.PartProcess;
import fi.saumaton.devstack.process.StackException;

/** Ends what runs, from any terminal and also after a crash of {@code ./dev start}. */
final class StopCommand {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DevArguments arguments;

    StopCommand(DevArguments arguments) {
        this.arguments = arguments;
    }

    void run() {
        arguments.starter().read().ifPresent(process -> {
            System.out.println("Asking ./dev start (process " + process.pid()
                    + ") to stop; the first time after a build this takes up to a minute");
            process.destroy();
            if (!Await.until(PATIENCE, PAUSE, () -> !process.isAlive())) {
                throw new StackException("It does not end: kill -9 " + process.pid() + ", then ./dev stop again");
            }
        });
        try (var platform = arguments.platform(new ProgressLines(System.out))) {
            var left = platform.processes().values().stream().anyMatch(PartProcess::alive);
            System.out.println(left ? "Ending what is left" : "Nothing runs.");
        }
    }
}
