/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.util.ArrayDeque;
import java.util.List;

import fi.saumaton.devstack.process.StackException;

/** What the script {@code ./dev} hands over to: start, stop, status. */
final class Dev {
    private Dev() {}

    public static void main(String[] words) {
        try {
            run(new ArrayDeque<>(List.of(words)));
        } catch (StackException e) {
            System.err.println("\n" + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(ArrayDeque<String> words) {
        var command = words.isEmpty() ? "" : words.pop();
        var arguments = DevArguments.of(words);
        switch (command) {
            case "start" -> new StartCommand(arguments).run();
            case "stop" -> new StopCommand(arguments).run();
            case "status" -> new StatusCommand(arguments).run();
            default -> throw new StackException("Unknown command: " + command + " (./dev help)");
        }
    }
}
