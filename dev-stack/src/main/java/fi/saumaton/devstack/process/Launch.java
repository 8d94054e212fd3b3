/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a program is started.
 *
 * @param environment added to this process's own
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public static Launch of(List<String> command, Path directory) {
        return new Launch(command, Map.of(), directory);
    }

    public Launch with(Map<String, String> added) {
        var all = new HashMap<>(environment);
        all.putAll(added);
        return new Launch(command, all, directory);
    }
}
