/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system;

import java.nio.file.Path;
import java.util.List;

import fi.saumaton.system.bench.StartMeasurements;

/**
 * {@code ./dev measure start [SERVICE…]}: what it costs to start each service as its image does, with and without the AOT cache, and
 * what it keeps in memory then. A JSON line for each figure on standard output and a table behind them; progress goes to
 * standard error. Some ten minutes.
 */
public final class Start {

    private Start() {}

    public static void main(String[] arguments) throws Exception {
        StartMeasurements.take(Path.of(System.getProperty("saumaton.root", ".")).toAbsolutePath(), List.of(arguments));
    }
}
