/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.util.ArrayList;
import java.util.List;

/** Options of the JVMs that the stack starts: quick to start, modest in memory. */
final class JavaOptions {
    /** The first compiler alone and the simplest collector halve the processor time of a start. */
    private static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    static final List<String> BROKER = quickStart(
            "-Xms128m",
            "-Xmx512m",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true");

    private JavaOptions() {}

    private static List<String> quickStart(String... more) {
        var options = new ArrayList<>(QUICK_START);
        options.addAll(List.of(more));
        return List.copyOf(options);
    }
}
