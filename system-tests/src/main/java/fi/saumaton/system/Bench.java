/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system;

import java.nio.file.Path;

import fi.saumaton.system.bench.Measurements;

/**
 * {@code ./dev bench --quick}: the four figures of the first day (accepted, stored, seen, cost), one JSON line each on
 * standard output and a table behind them. Progress goes to standard error.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(System.getProperty("saumaton.root", ".")).toAbsolutePath();
        Measurements.take(root);
    }
}
