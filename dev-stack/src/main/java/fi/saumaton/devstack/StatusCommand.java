/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.util.stream.Collectors;

import fi.saumaton.devstack.process.PartProcess;

/** Which parts run, where, and whether they serve. */
final class StatusCommand {
    private final DevArguments arguments;

    StatusCommand(DevArguments arguments) {
        this.arguments = arguments;
    }

    void run() {
        System.out.println(arguments
                .starter()
                .read()
                .map(process -> "./dev start runs as process " + process.pid())
                .orElse("./dev start does not run"));
        var platform = arguments.platform(Progress.SILENT);
        platform.processes().values().forEach(process -> System.out.println(line(process)));
    }

    private static String line(PartProcess process) {
        var part = process.part();
        var ports = part.ports().values().stream().map(String::valueOf).collect(Collectors.joining(", "));
        var state = process.process()
                .map(handle -> (part.ready() ? "ready" : "not ready") + ", process " + handle.pid())
                .orElse("stopped");
        return "  %-18s %-12s %s".formatted(part.name(), ports, state);
    }
}
